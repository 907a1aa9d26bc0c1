import { css } from 'lit';

/** The look of the lanes. */
export const LANES_STYLE = css`
  :host {
    display: block;
    font-variant-numeric: tabular-nums;
    color: var(--sx-text);
    --side: 8.25rem;
  }
  .head {
    display: flex;
    align-items: center;
    gap: 4px 8px;
    min-height: 2.75rem;
    padding: 4px 10px 4px 12px;
    box-sizing: border-box;
    flex-wrap: wrap;
  }
  h2 {
    margin: 0;
    font-size: var(--sx-text-14);
    line-height: 1.25rem;
    font-weight: 600;
  }
  .spring {
    flex: 1;
  }
  .window {
    display: flex;
    gap: 4px;
  }
  button {
    font: inherit;
    color: inherit;
    cursor: pointer;
  }
  .head button {
    height: 1.75rem;
    min-width: 28px;
    border: 1px solid transparent;
    border-radius: var(--sx-radius-2);
    background: none;
    font-size: var(--sx-text-13);
    padding: 0 8px;
    font-weight: 500;
    white-space: nowrap;
  }
  .head button.now {
    border-color: var(--sx-line-strong);
  }
  .head button:hover {
    background: var(--sx-sunken);
  }
  :focus-visible {
    outline: 3px solid var(--sx-focus);
    outline-offset: 2px;
  }
  svg {
    width: 1em;
    height: 1em;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
    --cut: var(--sx-surface);
  }
  .lanes {
    position: relative;
    padding-bottom: 4px;
    overflow: hidden;
  }
  .phases {
    position: relative;
    height: 1.25rem;
    margin-left: var(--side);
    border-top: 1px solid var(--sx-line);
    overflow: hidden;
  }
  .phase {
    position: absolute;
    top: 0;
    height: 1.25rem;
    padding-left: 6px;
    border-left: 2px solid var(--sx-line-strong);
    font-size: var(--sx-text-12);
    line-height: 1.25rem;
    color: var(--sx-text-2);
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
    box-sizing: border-box;
  }
  .lane,
  .axis {
    display: flex;
    height: 1.75rem;
    border-top: 1px solid var(--sx-line);
  }
  .axis {
    height: 1.25rem;
  }
  .name {
    width: var(--side);
    flex: none;
    box-sizing: border-box;
    padding: 0 6px 0 12px;
    font-size: var(--sx-text-13);
    line-height: 1.6875rem;
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .track {
    position: relative;
    flex: 1;
    min-width: 0;
  }
  .axis .track span {
    position: absolute;
    transform: translateX(-50%);
    font-size: var(--sx-text-12);
    line-height: 1.25rem;
    color: var(--sx-text-2);
  }
  .mark {
    position: absolute;
    top: 2px;
    height: 1.5rem;
    padding: 0 2px;
    margin-left: 1px;
    border: 0;
    border-radius: 3px;
    display: flex;
    align-items: center;
    gap: 2px;
    background: var(--sx-surface);
    font-size: 1rem;
    line-height: 1;
    z-index: 2;
  }
  .mark.sent {
    transform: translateX(-100%);
    flex-direction: row-reverse;
    margin-left: -1px;
  }
  .mark i {
    font-style: normal;
    font-size: var(--sx-text-12);
    color: var(--sx-text-2);
  }
  .mark.on {
    background: var(--sx-accent-soft);
    --cut: var(--sx-accent-soft);
  }
  .mark.on i {
    color: var(--sx-text);
    font-weight: 600;
  }
  .late-run {
    position: absolute;
    top: 10px;
    height: 7px;
    z-index: 1;
    width: max(0px, calc(var(--now, 0px) - var(--from, 0px)));
    left: var(--from, 0px);
    background: repeating-linear-gradient(-45deg, var(--sx-late-mark) 0 2px, var(--sx-late-soft) 2px 6px);
  }
  .over {
    position: absolute;
    inset: 0 0 20px var(--side);
    pointer-events: none;
    overflow: hidden;
  }
  .tick {
    position: absolute;
    top: 20px;
    bottom: 0;
    width: 1px;
    background: var(--sx-line);
    opacity: 0.6;
  }
  .line {
    position: absolute;
    top: 0;
    bottom: 0;
    left: 0;
    transform: translateX(var(--now, 0px));
    width: 2px;
    margin-left: -1px;
    background: var(--sx-accent);
    z-index: 3;
  }
  .line::before {
    content: '';
    position: absolute;
    left: -4px;
    top: 0;
    border: 5px solid transparent;
    border-top: 7px solid var(--sx-accent);
  }
  .pending { color: var(--sx-pending-mark); }
  .due { color: var(--sx-due-mark); }
  .delivered { color: var(--sx-delivered-mark); }
  .seen { color: var(--sx-seen-mark); }
  .ack { color: var(--sx-ack-mark); }
  .late { color: var(--sx-late-mark); }
  .held { color: var(--sx-held-mark); }
  .recalled { color: var(--sx-skipped-mark); }
  .recalled i { text-decoration: line-through; }
  .skipped { color: var(--sx-skipped-mark); }
  .skipped i { text-decoration: line-through; }
  .decision { color: var(--sx-accent); }
  .observation { color: var(--sx-text-2); }
  @media (max-width: 49.9375em) {
    :host { --side: 5.75rem; }
  }
`;
