'use strict';
// Shows the pictures that the server sends and posts what is pressed. Everything that is shown comes from the server, except silence.

const CUT_AFTER_MS = 3000;
const $ = id => document.getElementById(id);
let panel = 'lanes';
let stream;
let newest = null;
let lastHeardMs = performance.now();
let shown = 0;
window.shownPictures = 0;

// ---- pictures: the newest one is drawn when the browser paints next ----

const sites = [...document.querySelectorAll('.moving')].map(svg => ({
  svg,
  vehicles: svg.querySelector('.vehicles'),
  people: svg.querySelector('.people'),
  crowd: svg.querySelector('.crowd'),
  cars: new Map(),
  peopleText: '',
  lanes: [...svg.querySelectorAll('.lane')].map((lane, n) => ({
    detectors: [...lane.querySelectorAll('.detector')],
    barriers: [...lane.querySelectorAll('.barrier')],
    signs: svg.querySelector(`.signs[data-number="${n}"]`),
    height: svg.querySelector(`.signs[data-number="${n}"] .height`),
    centre: 0,
    last: '',
  })),
}));
for (const site of sites) for (const [n, way] of [...site.svg.parentElement.querySelectorAll('.way')].entries()) {
  const asphalt = way.querySelector('.asphalt');
  const lane = site.lanes.find((_, i) => site.svg.querySelectorAll('.lane')[i].dataset.lane === way.dataset.lane) ?? site.lanes[n];
  lane.centre = Number(asphalt.getAttribute('y')) + Number(asphalt.getAttribute('height')) / 2;
}

const MOVES = {
  rise: (g, up) => g.style.setProperty('--up', up),
  slide: (g, up) => g.querySelector('.moves').setAttribute('transform', `translate(0 ${((1 - up) * g.dataset.way).toFixed(1)})`),
  tilt: (g, up) => g.querySelector('.moves').setAttribute('transform', `scale(1 ${Math.max(0.09, Math.sin(up * Math.PI / 2)).toFixed(3)})`),
  swing: (g, up) => g.querySelector('.moves').setAttribute('transform', `rotate(${((1 - up) * g.dataset.way).toFixed(1)})`),
};

function drawLane(lane, now) {
  const text = JSON.stringify(now);
  if (text === lane.last) return;
  lane.last = text;
  const [red, green, warning, barriers, detectors] = now;
  lane.barriers.forEach((g, i) => MOVES[g.dataset.move](g, barriers[i] / 1000));
  detectors.forEach((state, i) => {
    const classes = lane.detectors[i]?.classList;
    classes?.toggle('occupied', (state & 1) !== 0);
    classes?.toggle('faulty', (state & 2) !== 0);
  });
  lane.signs.classList.toggle('red-lit', red === 1);
  lane.signs.classList.toggle('green-lit', green === 1);
  lane.signs.classList.toggle('warning', warning === 1);
  const low = Math.min(...barriers) / 10, high = Math.max(...barriers) / 10;
  const percent = v => v > 99 && v < 100 ? 99 : Math.ceil(v);
  lane.height.textContent = `${percent(low) === percent(high) ? percent(low) : `${percent(low)}–${percent(high)}`} % ${lane.height.dataset.word}`;
}

function drawCars(site, cars) {
  const gone = new Set(site.cars.keys());
  for (const [id, lane, cm, kind, lengthCm, flags] of cars) {
    gone.delete(id);
    let car = site.cars.get(id);
    if (!car) {
      const g = $('kind-' + kind).cloneNode(true);
      g.removeAttribute('id');
      g.classList.add('vehicle', 'paint-' + id % 7);
      g.dataset.number = id;
      site.vehicles.append(g);
      car = { g, at: NaN, flags: -1 };
      site.cars.set(id, car);
    }
    if (car.at !== cm) {
      car.at = cm;
      const y = site.lanes[lane].centre;
      const place = flags & 2 ? `translate(${(cm - lengthCm) / 10} ${y}) scale(-1 1)` : `translate(${cm / 10} ${y})`;
      car.g.setAttribute('transform', place);
    }
    if (car.flags !== flags) {
      car.flags = flags;
      car.g.classList.toggle('brakes', (flags & 1) !== 0);
    }
  }
  for (const id of gone) {
    site.cars.get(id).g.remove();
    site.cars.delete(id);
  }
}

function shape(id, className, x, y) {
  const g = $(id).cloneNode(true);
  g.removeAttribute('id');
  g.classList.add(className);
  g.setAttribute('transform', `translate(${x} ${y})`);
  return g;
}

// One dot for one of those inside, up to three hundred; each has its place beyond the barriers.
function drawCrowd(site, count) {
  const view = site.svg.viewBox.baseVal;
  for (let i = site.crowd.childElementCount; i < Math.min(count, 300); i++) {
    const dot = document.createElementNS(site.svg.namespaceURI, 'circle');
    dot.setAttribute('r', 2.6);
    dot.setAttribute('cx', (view.x + view.width * (0.78 + 0.21 * (i * 0.754877 % 1))).toFixed(1));
    dot.setAttribute('cy', (view.y + view.height * (0.05 + 0.9 * (i * 0.569840 % 1))).toFixed(1));
    site.crowd.append(dot);
  }
  while (site.crowd.childElementCount > count) site.crowd.lastElementChild.remove();
}

function drawPeople(site, people, blocked) {
  const text = JSON.stringify([people, blocked]);
  if (text === site.peopleText) return;
  site.peopleText = text;
  const jams = blocked.map(([lane, barrier]) => {
    const g = site.lanes[lane].barriers[barrier];
    const box = g.getBBox();
    const own = g.transform.baseVal.consolidate()?.matrix ?? { e: 0, f: 0 };
    return shape('jam', 'jam', own.e + box.x + box.width / 2, own.f + box.y + box.height / 2);
  });
  const standing = people.map(([id, x, y]) => {
    const g = shape('person', 'person', x / 10, y / 10);
    g.dataset.number = id;
    return g;
  });
  site.people.replaceChildren(...jams, ...standing);
}

function drawNewest() {
  requestAnimationFrame(drawNewest);
  if (!newest) return;
  const picture = newest;
  newest = null;
  shown++;
  window.shownPictures++;
  const seconds = Math.floor(picture.t / 1e6);
  const two = n => String(n).padStart(2, '0');
  $('clock').textContent = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${Math.floor(picture.t / 1e5) % 10}`;
  if (document.body.dataset.rate !== picture.rate) showRate(picture.rate);
  picture.sites.forEach((now, i) => {
    const site = sites[i];
    now.lanes.forEach((lane, n) => drawLane(site.lanes[n], lane));
    drawCars(site, now.cars);
    drawPeople(site, now.people, now.blocked);
    drawCrowd(site, now.crowd);
    site.svg.classList.toggle('no-power', !now.on);
    site.svg.classList.toggle('no-permit', !now.permit);
    site.svg.classList.toggle('stopped', now.stop);
  });
}

function showRate(rate) {
  document.body.dataset.rate = rate;
  const paused = rate === 'pause';
  $('pause').setAttribute('aria-pressed', paused);
  $('pause').firstChild.textContent = paused ? 'Go on' : 'Pause';
  document.querySelectorAll('[data-rate]:not(body)').forEach(b => b.setAttribute('aria-pressed', b.dataset.rate === rate));
  $('rate-now').textContent = paused ? 'stands' : rate === 'max' ? 'as fast as it can' : `${rate} ×`;
}

// ---- facts beside the picture ----

// Turns the old element into the new one without replacing what stayed: focus and scrolling survive.
function morph(old, fresh) {
  if (old.nodeType !== Node.ELEMENT_NODE || old.nodeName !== fresh.nodeName || old.id !== fresh.id) {
    if (!old.isEqualNode(fresh)) old.replaceWith(fresh);
    return;
  }
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name) && name !== 'open') old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  const before = [...old.childNodes];
  const after = [...fresh.childNodes];
  after.forEach((child, i) => before[i] ? morph(before[i], child) : old.append(child));
  before.slice(after.length).forEach(child => child.remove());
}

function listen() {
  stream?.close();
  stream = new EventSource('/stream?panel=' + panel);
  stream.addEventListener('frame', message => {
    const picture = JSON.parse(message.data);
    if (picture.run !== document.body.dataset.run) {
      // What comes now belongs to a page that is not here yet.
      stream.close();
      return location.reload();
    }
    lastHeardMs = performance.now();
    newest = picture;
    showCut(false);
  });
  stream.addEventListener('parts', message => {
    for (const [id, html] of Object.entries(JSON.parse(message.data))) {
      const template = document.createElement('template');
      template.innerHTML = html;
      morph($(id), template.content.firstElementChild);
    }
  });
}

function showCut(cut) {
  if (cut === document.body.classList.contains('cut')) return;
  document.body.classList.toggle('cut', cut);
  $('cut').textContent = cut ? 'No connection to the simulator. Nothing on this page is up to date.' : '';
}

// ---- what people do ----

async function act(verb, fields) {
  const result = $('result');
  try {
    const answer = await fetch('/do/' + verb, { method: 'POST', body: new URLSearchParams(fields) });
    result.classList.toggle('failed', !answer.ok);
    result.textContent = await answer.text();
  } catch {
    result.classList.add('failed');
    result.textContent = 'No answer from the simulator: not known whether this was done.';
  }
}

function openPanel(tab, focus) {
  panel = tab.dataset.panel;
  for (const other of document.querySelectorAll('[role=tab]')) {
    const on = other === tab;
    other.setAttribute('aria-selected', on);
    other.tabIndex = on ? 0 : -1;
    $('pane-' + other.dataset.panel).hidden = !on;
  }
  if (focus) tab.focus();
  sessionStorage.setItem('panel', panel);
  listen();
}

const menu = $('menu');
function openMenu(event, entries) {
  menu.replaceChildren(...entries.map(([label, verb, fields]) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.role = 'menuitem';
    button.textContent = label;
    button.addEventListener('click', () => { closeMenu(); act(verb, fields); });
    return button;
  }));
  menu.hidden = false;
  menu.style.left = Math.min(event.clientX, innerWidth - menu.offsetWidth - 8) + 'px';
  menu.style.top = Math.min(event.clientY, innerHeight - menu.offsetHeight - 8) + 'px';
  menu.firstElementChild.focus();
}
function closeMenu() { menu.hidden = true; }

function clickStreet(event, svg) {
  const site = svg.dataset.site;
  const vehicle = event.target.closest('.vehicle');
  if (vehicle) {
    const number = vehicle.dataset.number;
    return openMenu(event, [['Halt', 'halt'], ['Drive on', 'creep'], ['Drive on, whatever stands there', 'ram'], ['Back out', 'back-out'], ['Remove', 'remove']]
      .map(([label, what]) => [label, 'vehicle', { site, number, act: what }]));
  }
  const person = event.target.closest('.person');
  if (person) return openMenu(event, [['Go away', 'person-gone', { site, number: person.dataset.number }]]);
  const barrier = event.target.closest('.barrier');
  if (barrier) {
    const fields = { site, lane: barrier.closest('.lane').dataset.lane, barrier: Number(barrier.dataset.barrier) + 1 };
    return openMenu(event, [['Somebody stands on it', 'Person'], ['Jam it', 'Jam'], ['Freeze it in', 'Ice'], ['Sand in its guide', 'Debris'], ['Nothing in its way', 'None']]
      .map(([label, what]) => [label, 'obstruct', { ...fields, what }]));
  }
  const button = event.target.closest('.mushroom');
  if (button) return act('contact', { site, name: 'emergencyStop', acts: svg.classList.contains('stopped') ? 0 : 1 });
  const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
  const way = [...svg.parentElement.querySelectorAll('.way')].find(w => {
    const road = w.querySelector('.asphalt');
    const top = Number(road.getAttribute('y'));
    return point.y >= top && point.y <= top + Number(road.getAttribute('height'));
  });
  if (!way) return;
  const lane = way.dataset.lane;
  const x = (point.x / 10).toFixed(1), y = (point.y / 10).toFixed(1);
  const tool = document.querySelector('[name=tool]:checked').value;
  if (tool === 'send') act('send', { site, lane, kind: $('kind').value, driver: $('driver').value });
  else act(tool, { site, lane, kind: $('kind').value, x, y });
}

document.addEventListener('click', event => {
  const svg = event.target.closest('.moving');
  if (!event.target.closest('.menu')) closeMenu();
  if (svg) return clickStreet(event, svg);
  const button = event.target.closest('[data-do]');
  if (button) return act(button.dataset.do, button.dataset.fields ?? '');
  const send = event.target.closest('[data-send]');
  if (send) return act('send', { site: send.dataset.site, lane: send.dataset.lane, kind: $('kind').value, driver: $('driver').value });
  const tab = event.target.closest('[role=tab]');
  if (tab) openPanel(tab, false);
});
document.addEventListener('keydown', event => {
  if (event.key === 'Escape') return closeMenu();
  if (event.target.closest?.('.mushroom') && (event.key === 'Enter' || event.key === ' ')) {
    event.preventDefault();
    return clickStreet(event, event.target.closest('.moving'));
  }
  const tab = event.target.closest?.('[role=tab]');
  const items = tab ? [...document.querySelectorAll('[role=tab]:not([hidden])')] : event.target.closest?.('.menu') ? [...menu.children] : null;
  const way = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (items && way) {
    event.preventDefault();
    const next = items[(items.indexOf(document.activeElement) + way + items.length) % items.length];
    return tab ? openPanel(next, true) : next.focus();
  }
  if (event.key === ' ' && !event.target.matches('button, input, select, summary, a')) {
    event.preventDefault();
    act('pause', '');
  }
});
$('traffic').addEventListener('change', event => act('traffic', { vehicles: event.target.value }));
$('break').addEventListener('submit', event => {
  event.preventDefault();
  const point = $('fault-point').selectedOptions[0];
  if (point) act('break', { site: point.dataset.site, point: point.value, kind: $('fault-kind').value, amount: $('fault-amount').value });
});
for (const form of document.querySelectorAll('form[data-verb]')) form.addEventListener('submit', event => {
  event.preventDefault();
  act(form.dataset.verb, new FormData(form));
});
$('obstruct').addEventListener('submit', event => {
  event.preventDefault();
  act('obstruct', $('obstruct-barrier').value + '&what=' + $('obstruct-what').value);
});
function showKinds() {
  const forms = $('fault-point').selectedOptions[0]?.dataset.forms.split(';') ?? [];
  $('fault-kind').replaceChildren(...forms.map(form => {
    const [kind, range] = form.split('=');
    const option = new Option(kind);
    option.dataset.range = range ?? '';
    return option;
  }));
  showRange();
}
function showRange() {
  const range = $('fault-kind').selectedOptions[0]?.dataset.range ?? '';
  $('fault-amount').value = '';
  $('fault-amount').disabled = range === '';
  $('fault-amount').placeholder = range;
}
$('fault-point').addEventListener('change', showKinds);
$('fault-kind').addEventListener('change', showRange);
$('open').addEventListener('submit', event => {
  event.preventDefault();
  act('open', { scenario: $('scenario').value });
});
$('drill').addEventListener('submit', event => {
  event.preventDefault();
  act('open', { exercise: $('exercise').value, language: $('language').value });
});
function setNight(night) {
  document.body.classList.toggle('night', night);
  $('night').setAttribute('aria-pressed', night);
  localStorage.setItem('night', night ? '1' : '');
}
$('night').addEventListener('click', () => setNight(!document.body.classList.contains('night')));

setNight(localStorage.getItem('night') === '1');
showKinds();
openPanel(document.querySelector(`#tab-${sessionStorage.getItem('panel') ?? 'lanes'}:not([hidden])`) ?? $('tab-lanes'), false);
requestAnimationFrame(drawNewest);
setInterval(() => {
  if (performance.now() - lastHeardMs > CUT_AFTER_MS) showCut(true);
  if (stream.readyState === EventSource.CLOSED) listen();
}, 500);
setInterval(() => {
  $('pictures').textContent = `${shown} pictures/s`;
  shown = 0;
}, 1000);
