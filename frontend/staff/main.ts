// What staff screens need a browser to do by itself; everything else is Flow. Loaded as /app/staff.js.
import './icon';
import './clock';
import './copy-link';
import './countdown';
import './lanes';
import './keys';
import './calm';
import './wall-tools';
import '../player/sx-map.ts';
