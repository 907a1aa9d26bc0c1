/** The player's page at /play: everything it is made of, and its service worker where the browser allows one. */
import './css/player.css';
import { keepOnPhone } from './installed.ts';
import { applyTheme } from './settings.ts';
import './sx-clock.ts';
import './sx-comms-check.ts';
import './sx-decision-sheet.ts';
import './sx-decisions.ts';
import './sx-discussion.ts';
import './sx-exercise.ts';
import './sx-feed.ts';
import './sx-files.ts';
import './sx-hand-over.ts';
import './sx-hot-debrief.ts';
import './sx-inject.ts';
import './sx-join.ts';
import './sx-keys.ts';
import './sx-link.ts';
import './sx-messages.ts';
import './sx-me.ts';
import './sx-new-version.ts';
import './sx-no-duff.ts';
import './sx-outbox.ts';
import './sx-player.ts';
import './sx-relied-on.ts';

applyTheme();
keepOnPhone();
