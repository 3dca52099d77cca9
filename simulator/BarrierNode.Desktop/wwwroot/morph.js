'use strict';
// Turns the old element into the new one without replacing what stayed: focus, scrolling and moving shapes survive.
function morph(old, fresh) {
  if (old.nodeType !== Node.ELEMENT_NODE || old.nodeName !== fresh.nodeName || old.id !== fresh.id) {
    if (!old.isEqualNode(fresh)) old.replaceWith(fresh);
    return;
  }
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  const before = [...old.childNodes];
  const after = [...fresh.childNodes];
  after.forEach((child, i) => before[i] ? morph(before[i], child) : old.append(child));
  before.slice(after.length).forEach(child => child.remove());
}

// Puts a rendered part in the place of the element with its id.
function place(id, html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  morph(document.getElementById(id), template.content.firstElementChild);
}
