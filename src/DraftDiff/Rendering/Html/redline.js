(() => {
  'use strict';
  const byId = id => document.getElementById(id);
  const body = document.body;
  const blocks = [...document.querySelectorAll('.change')];
  const stops = blocks.filter(block => block.classList.contains('substantive'));
  const links = new Map([...document.querySelectorAll('nav.changes a')].map(link => [decodeURIComponent(link.hash.slice(1)), link]));
  const kinds = [...document.querySelectorAll('input[name="kind"]')];
  let current = null;

  // Where a reader is.
  function arrive(stop) {
    if (current) links.get(current.id)?.removeAttribute('aria-current');
    current = stop;
    const shown = stops.filter(each => !each.hidden);
    byId('place').textContent = stop ? `${shown.indexOf(stop) + 1} of ${shown.length}` : `${shown.length} ${shown.length === 1 ? 'change' : 'changes'}`;
    const link = stop && links.get(stop.id);
    if (!link) return;
    link.setAttribute('aria-current', 'true');
    link.scrollIntoView({ block: 'nearest' });
  }

  function go(step) {
    const shown = stops.filter(each => !each.hidden);
    if (shown.length === 0) return;
    const at = shown.indexOf(current);
    const stop = shown[at < 0 ? (step > 0 ? 0 : shown.length - 1) : (at + step + shown.length) % shown.length];
    history.replaceState(null, '', '#' + encodeURIComponent(stop.id));
    arrive(stop);
    stop.focus({ preventScroll: true });
    stop.scrollIntoView({ block: 'start' });
  }

  function followHash() {
    const target = byId(decodeURIComponent(location.hash.slice(1)));
    const stop = target?.closest('.change.substantive');
    if (stop) {
      arrive(stop);
      stop.focus({ preventScroll: true });
    }
  }

  // Side by side: each run of words twice, without what the other document has. The words are copied, never written anew.
  function sideOf(words, own, other) {
    const side = document.createElement('div');
    side.className = words.classList.contains('numbered') ? `${own} numbered` : own;
    side.setAttribute('role', 'group');
    side.setAttribute('aria-label', own === 'old' ? 'Old text' : 'New text');
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

  function toggle(id, name) {
    const isOn = body.classList.toggle(name);
    byId(id).setAttribute('aria-pressed', String(isOn));
    if (id === 'side' && isOn) build(false);
    current?.scrollIntoView({ block: 'start' });
  }

  function filter() {
    const chosen = new Set(kinds.filter(kind => kind.checked).map(kind => kind.value));
    for (const stop of stops) stop.hidden = !stop.dataset.kinds.split(' ').some(kind => chosen.has(kind));
    arrive(current?.hidden ? null : current);
  }

  const actions = {
    n: () => go(1), j: () => go(1), p: () => go(-1), k: () => go(-1),
    s: () => toggle('side', 'side'),
    u: () => toggle('unchanged', 'hide-unchanged'),
    c: () => toggle('consequential', 'hide-consequential'),
    '?': () => byId('keys').showModal(),
  };
  const buttons = { previous: 'p', next: 'n', side: 's', unchanged: 'u', consequential: 'c', help: '?' };
  for (const [id, key] of Object.entries(buttons)) byId(id).addEventListener('click', actions[key]);
  for (const kind of kinds) kind.addEventListener('change', filter);
  byId('close-keys').addEventListener('click', () => byId('keys').close());
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || byId('keys').open || !byId('use-keys').checked) return;
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
  addEventListener('hashchange', followHash);
  addEventListener('beforeprint', () => { if (body.classList.contains('side')) build(true); });
  // What stands at the top of the window must not stand over what a link leads to.
  const bar = document.querySelector('.controls');
  bar.hidden = false;
  new ResizeObserver(() => {
    const isAbove = getComputedStyle(bar).position === 'sticky';
    document.documentElement.style.setProperty('--bar', `${isAbove ? bar.offsetHeight : 0}px`);
  }).observe(bar);
  document.querySelector('.heads').hidden = false;
  if (matchMedia('(max-width: 60rem)').matches) document.querySelector('nav.changes details').open = false;
  arrive(null);
  followHash();
})();
