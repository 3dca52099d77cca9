'use strict';
// Keeps the page as the server renders it, and posts the buttons. Everything that is shown comes from the server, except silence.

const CUT_AFTER_MS = 3000;
const operator = document.getElementById('operator');
const keys = document.getElementById('keys');
let lastHeardMs = performance.now();
let lastHeardAt = new Date();
let stream;

function listen() {
  stream = new EventSource('/stream');
  stream.onmessage = message => {
    const { run, at, parts } = JSON.parse(message.data);
    if (run !== document.body.dataset.run) return location.reload();
    lastHeardMs = performance.now();
    lastHeardAt = new Date();
    document.getElementById('clock').textContent = at;
    for (const [id, html] of Object.entries(parts)) place(id, html);
    showCut(false);
  };
}

function showCut(cut) {
  if (cut === document.body.classList.contains('cut')) return;
  document.body.classList.toggle('cut', cut);
  document.getElementById('cut').textContent = cut
    ? `No connection to the server since ${lastHeardAt.toTimeString().slice(0, 8)}. Nothing on this page is up to date.` : '';
}

async function press(button) {
  const result = button.closest('[data-zone]').querySelector('.result');
  const time = new Date().toTimeString().slice(0, 8);
  try {
    const answer = await fetch(button.dataset.post, { method: 'POST', body: new URLSearchParams({ operator: operator.value }) });
    result.classList.toggle('failed', !answer.ok);
    result.textContent = `${time} ${await answer.text()}`;
  } catch {
    result.classList.add('failed');
    result.textContent = `${time} No answer from the server: not known whether this was done.`;
  }
}

document.addEventListener('click', event => {
  const button = event.target.closest('[data-post]');
  if (button) press(button);
});
document.addEventListener('keydown', event => {
  if (!keys.checked || event.repeat || event.ctrlKey || event.altKey || event.metaKey || event.target.matches('input')) return;
  const face = document.querySelector(`[data-lane-number="${CSS.escape(event.key)}"]`);
  if (face) return face.focus();
  document.activeElement.closest('.face')?.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`)?.click();
});
operator.value = localStorage.getItem('operator') || 'operator';
operator.addEventListener('change', () => localStorage.setItem('operator', operator.value));
listen();
setInterval(() => {
  if (performance.now() - lastHeardMs > CUT_AFTER_MS) showCut(true);
  if (stream.readyState === EventSource.CLOSED) listen();
}, 500);
