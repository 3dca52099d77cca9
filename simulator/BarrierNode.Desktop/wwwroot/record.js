'use strict';
// Moves a cursor over the scans of a flight record. The server renders every scan; here are only the cursor, the clock of playing, and the keys.

const timesUs = document.body.dataset.times.split(',').map(Number);
const changes = document.body.dataset.changes.split(',').map(Number);
const trigger = Number(document.body.dataset.trigger);
const last = timesUs.length - 1;
const slider = document.getElementById('slider');
const rate = document.getElementById('rate');
const zoom = document.getElementById('zoom');
const board = document.querySelector('.board');
const plot = document.querySelector('.plot');
const play = document.querySelector('[data-go="play"]');
let scan = trigger;
let shown = trigger;
let asking = false;
let playing = null;
let wide = 0;

const x = us => (us - timesUs[0]) / Math.max(1, timesUs[last] - timesUs[0]) * document.getElementById('traces').width.baseVal.value;

// The last scan that is not after a time.
function scanAt(us) {
  let low = 0;
  for (let high = last; low < high;) {
    const middle = Math.ceil((low + high) / 2);
    if (timesUs[middle] <= us) low = middle; else high = middle - 1;
  }
  return low;
}

function drawCursor() {
  const at = x(timesUs[scan]);
  document.getElementById('cursor').setAttribute('transform', `translate(${at} 0)`);
  const view = plot.clientWidth;
  if (at < plot.scrollLeft || at > plot.scrollLeft + view) plot.scrollLeft = at - view / 2;
}

// One question at a time, and always the newest: a fast cursor skips pictures and never queues them.
async function show() {
  if (asking) return;
  asking = true;
  while (shown !== scan) {
    const wanted = scan;
    const answer = await fetch(`/scans/${wanted}`).catch(() => null);
    if (!answer?.ok) break;
    for (const [id, html] of Object.entries(await answer.json())) place(id, html);
    shown = wanted;
    document.body.dataset.shown = shown;
  }
  asking = false;
}

function go(to) {
  scan = Math.min(last, Math.max(0, to));
  slider.value = scan;
  slider.setAttribute('aria-valuetext', `${(timesUs[scan] / 1e6).toFixed(3)} s, scan ${scan + 1} of ${last + 1}`);
  drawCursor();
  show();
}

function stop() {
  if (playing === null) return;
  cancelAnimationFrame(playing);
  playing = null;
  play.textContent = 'Play';
}

function start() {
  if (scan === last) go(0);
  let us = timesUs[scan];
  let before = performance.now();
  play.textContent = 'Pause';
  const step = now => {
    us += (now - before) * 1000 * Number(rate.value);
    before = now;
    if (scanAt(us) !== scan) go(scanAt(us));
    if (scan === last) return stop();
    playing = requestAnimationFrame(step);
  };
  playing = requestAnimationFrame(step);
}

const ways = {
  first: () => go(0),
  last: () => go(last),
  trigger: () => go(trigger),
  back: n => go(scan - (n || 1)),
  forward: n => go(scan + (n || 1)),
  'change-back': () => go(changes.findLast(c => c < scan) ?? 0),
  'change-forward': () => go(changes.find(c => c > scan) ?? last),
};

function walk(way, n) {
  if (way === 'play') return playing === null ? start() : stop();
  stop();
  ways[way](n);
}

// As wide as there is room, times the zoom. Of two widths that are asked for, the later counts.
async function drawTraces() {
  const width = Math.floor(plot.clientWidth * Number(zoom.value));
  if (width === wide || width === 0) return;
  wide = width;
  const answer = await fetch(`/traces?width=${width}`).catch(() => null);
  const html = answer?.ok ? await answer.text() : null;
  if (wide !== width) return;
  if (html === null) {
    wide = 0;
    return;
  }
  place('traces', html);
  drawCursor();
}

slider.addEventListener('input', () => { stop(); go(Number(slider.value)); });
zoom.addEventListener('change', drawTraces);
new ResizeObserver(drawTraces).observe(plot);
document.addEventListener('click', event => {
  const button = event.target.closest('[data-go]');
  if (button) walk(button.dataset.go);
});
function point(event) {
  const atUs = (event.clientX - document.getElementById('traces').getBoundingClientRect().left) / x(timesUs[last]) * (timesUs[last] - timesUs[0]);
  stop();
  go(scanAt(timesUs[0] + atUs));
}
plot.addEventListener('pointerdown', event => { plot.setPointerCapture(event.pointerId); point(event); });
plot.addEventListener('pointermove', event => { if (event.buttons & 1) point(event); });

const keys = {
  ArrowLeft: 'back', ArrowRight: 'forward', Home: 'first', End: 'last', t: 'trigger', p: 'change-back', n: 'change-forward', ' ': 'play',
};
document.addEventListener('keydown', event => {
  const way = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!way || event.ctrlKey || event.altKey || event.metaKey || event.target.matches('select')) return;
  if (event.key === ' ' && event.target.matches('button, summary')) return;
  event.preventDefault();
  walk(way, event.shiftKey ? 10 : 1);
});
document.body.dataset.shown = shown;
