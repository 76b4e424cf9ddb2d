const byId = id => document.getElementById(id);
const body = document.body;
const blocks = [...document.querySelectorAll('.change')];
const stops = blocks.filter(block => block.matches('.substantive:not(.later)'));
const shownStops = () => stops.filter(stop => !stop.classList.contains('filtered'));
const list = document.querySelector('nav.changes');
const links = new Map([...document.querySelectorAll('nav.changes a')].map(link => [idOf(link.hash), link]));
const kinds = [...document.querySelectorAll('input[name="kind"]')];
let current = null;

// The id that a link leads to; whoever wrote the address may have written it wrong.
function idOf(hash) {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return '';
  }
}

// Where a reader is.
function arrive(stop) {
  if (current) links.get(current.id)?.removeAttribute('aria-current');
  current = stop;
  const shown = shownStops();
  byId('place').textContent = stop ? `${shown.indexOf(stop) + 1} of ${shown.length}` : `${shown.length} ${shown.length === 1 ? 'change' : 'changes'}`;
  const link = stop && links.get(stop.id);
  if (!link) return;
  link.setAttribute('aria-current', 'true');
  // The list is scrolled, never the page.
  for (const box of [list, list.querySelector('ol')]) {
    const [inner, outer] = [link.getBoundingClientRect(), box.getBoundingClientRect()];
    if (inner.top < outer.top) box.scrollTop += inner.top - outer.top;
    else if (inner.bottom > outer.bottom) box.scrollTop += inner.bottom - outer.bottom;
  }
}

// Brings an element to the top. What was not laid out before gets its height only when it comes into sight, so that the
// place of the element is known after a few frames.
let sought = 0;
function bring(element, frames = 6) {
  const own = ++sought;
  const step = left => {
    if (own !== sought) return;
    element.scrollIntoView({ block: 'start' });
    if (left > 0) requestAnimationFrame(() => step(left - 1));
  };
  step(frames);
}
for (const moves of ['wheel', 'touchstart', 'pointerdown', 'keydown']) addEventListener(moves, () => { sought++; }, { capture: true, passive: true });

function go(step) {
  const shown = shownStops();
  if (shown.length === 0) return;
  const at = shown.indexOf(current);
  const stop = shown[at < 0 ? (step > 0 ? 0 : shown.length - 1) : (at + step + shown.length) % shown.length];
  try {
    history.replaceState(null, '', '#' + encodeURIComponent(stop.id));
  } catch {
    // A frame that shows the page may have no address.
  }
  arrive(stop);
  stop.focus({ preventScroll: true });
  bring(stop);
}

function follow(hash) {
  const target = byId(idOf(hash));
  if (!target) return;
  const block = target.closest('.change');
  for (const name of ['unchanged', 'consequential']) {
    if (block?.dataset.kinds === name && body.classList.contains(`hide-${name}`)) toggle(name);
  }
  const stop = block && stops.includes(block) ? block : null;
  if (stop) {
    if (!stop.classList.contains('filtered')) arrive(stop);
    stop.focus({ preventScroll: true });
  }
  // Side by side, other elements stand for the words.
  bring(target.matches('.built') && body.classList.contains('side') ? target.nextElementSibling : target);
}

// Side by side: each run of words twice, without what the other document has. The words are copied, never written anew.
function sideOf(words, own, other) {
  const side = document.createElement('div');
  side.className = words.classList.contains('numbered') ? `${own} numbered` : own;
  side.setAttribute('role', 'group');
  side.setAttribute('aria-label', own === 'old' ? 'Old text' : 'New text');
  if (words.dir) side.dir = words.dir;
  if ((words.dataset.only ?? own) !== own) return side;
  for (const child of words.children) {
    if (child.dataset.side && child.dataset.side !== own) continue;
    const copy = child.cloneNode(true);
    if (own in child.dataset) copy.textContent = child.dataset[own];
    for (const gone of copy.querySelectorAll(other)) gone.remove();
    side.append(copy);
  }
  return side;
}

const unbuilt = [...document.querySelectorAll('.words')];
const moment = 10;
function build(isAll) {
  const start = performance.now();
  while (unbuilt.length > 0 && (isAll || performance.now() - start < moment)) {
    const words = unbuilt.shift();
    const sides = document.createElement('div');
    sides.className = 'sides';
    sides.append(sideOf(words, 'old', 'ins'), sideOf(words, 'new', 'del'));
    words.after(sides);
    words.classList.add('built');
  }
  if (unbuilt.length > 0) setTimeout(build);
}

function toggle(name) {
  const className = name === 'side' ? 'side' : `hide-${name}`;
  const isOn = body.classList.toggle(className);
  byId(name).setAttribute('aria-pressed', String(isOn));
  if (name === 'side' && isOn) build(false);
  if (current) bring(current);
}

function filter() {
  const chosen = new Set(kinds.filter(kind => kind.checked).map(kind => kind.value));
  for (const block of blocks) {
    if (!block.classList.contains('substantive')) continue;
    const isFiltered = !block.dataset.kinds.split(' ').some(kind => chosen.has(kind));
    block.classList.toggle('filtered', isFiltered);
    const item = links.get(block.id)?.parentElement;
    if (item) item.hidden = isFiltered;
  }
  arrive(current?.classList.contains('filtered') ? null : current);
}

const buttons = {
  previous: () => go(-1),
  next: () => go(1),
  side: () => toggle('side'),
  unchanged: () => toggle('unchanged'),
  consequential: () => toggle('consequential'),
  help: () => byId('keys').showModal(),
};
const keys = { n: 'next', j: 'next', p: 'previous', k: 'previous', s: 'side', u: 'unchanged', c: 'consequential', '?': 'help' };
for (const [id, action] of Object.entries(buttons)) byId(id)?.addEventListener('click', action);
for (const kind of kinds) kind.addEventListener('change', filter);
byId('close-keys').addEventListener('click', () => byId('keys').close());
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || byId('keys').open || !byId('use-keys').checked) return;
  // By the letter, or where the keyboard writes others by the place of the key.
  const id = keys[event.key.toLowerCase()] ?? (/^[\x00-\x7f]/.test(event.key) ? undefined : keys[event.code.replace(/^Key/, '').toLowerCase()]);
  if (!id || !byId(id)) return;
  event.preventDefault();
  buttons[id]();
});
addEventListener('hashchange', () => follow(location.hash));
// A link to where the page already is changes no address.
document.addEventListener('click', event => {
  const link = event.target.closest?.('a[href^="#"]');
  if (link && link.hash === location.hash) follow(link.hash);
});
addEventListener('beforeprint', () => { if (body.classList.contains('side')) build(true); });
// What stands at the top of the window must not stand over what a link leads to.
const bar = document.querySelector('.controls');
bar.hidden = false;
const bars = [bar, bar.querySelector('.walk')];
function leaveRoomForBar() {
  const above = bars.find(each => getComputedStyle(each).position === 'sticky');
  document.documentElement.style.setProperty('--bar', `${above.offsetHeight}px`);
}
leaveRoomForBar();
const resizes = new ResizeObserver(leaveRoomForBar);
for (const each of bars) resizes.observe(each);
document.querySelector('.heads').hidden = false;
if (list && matchMedia('(max-width: 60rem)').matches) list.querySelector('details').open = false;
arrive(null);
follow(location.hash);
