// The preview's part of a page: listens for changes, loads the page again when it has become
// another, exchanges style sheets, and shows the bar and what is wrong. No build holds it.
(() => {
  'use strict';
  const script = document.currentScript;
  const root = new URL('.', script.src).pathname;
  const page = location.pathname;
  const shown = { page: script.dataset.page, styles: script.dataset.styles };
  const memory = 'redlist-preview';

  // --- Keeping the place

  // A page of the preview's own stands there only until the real one is back.
  const isOwn = () => document.body.classList.contains('own-page');
  const detailsOf = () => [...document.querySelectorAll('details')];

  function reload() {
    const kept = { page, x: scrollX, y: scrollY, details: detailsOf().map((one) => one.open) };
    if (!isOwn()) remember(memory, JSON.stringify(kept));
    location.reload();
  }

  function restore() {
    if (isOwn()) return;
    const kept = JSON.parse(recall(memory) || 'null');
    forget(memory);
    if (!kept || kept.page !== page) return;
    const details = detailsOf();
    // With another number of them, nobody knows which is which.
    if (details.length === kept.details.length) details.forEach((one, at) => { one.open = kept.details[at]; });
    const scroll = () => scrollTo({ left: kept.x, top: kept.y, behavior: 'instant' });
    scroll();
    addEventListener('load', scroll, { once: true });
  }

  // A browser may keep nothing for a page; then only the place is lost.
  function remember(key, value) { try { sessionStorage.setItem(key, value); } catch { /* lost */ } }
  function recall(key) { try { return sessionStorage.getItem(key); } catch { return null; } }
  function forget(key) { try { sessionStorage.removeItem(key); } catch { /* was never there */ } }

  // --- Listening

  let source = null;
  let asking = false;
  let askAgain = false;

  function listen() {
    if (source) source.close();
    source = new EventSource(root + 'events');
    source.onmessage = look;
    source.onerror = () => {
      if (source.readyState !== EventSource.CLOSED) return;
      source = null;
      setTimeout(() => { if (!document.hidden && !source) listen(); }, 500);
    };
  }

  // A hidden page gives its line back: browsers open only a few to one server.
  function onVisible() {
    if (!document.hidden) return listen();
    if (source) source.close();
    source = null;
  }

  async function look() {
    if (asking) { askAgain = true; return; }
    asking = true;
    try {
      const answer = await fetch(`${root}state?page=${encodeURIComponent(page)}`, { cache: 'no-store' });
      if (answer.ok) take(await answer.json());
    } catch { /* The server is gone; the line will tell when it is back. */ }
    asking = false;
    if (askAgain) { askAgain = false; look(); }
  }

  function take(state) {
    if (state.page !== shown.page) return reload();
    if (shown.styles && state.styles !== shown.styles) exchangeStyles(state.styles);
    shown.styles = state.styles;
    show(state);
  }

  function exchangeStyles(stamp) {
    for (const old of document.querySelectorAll('link[rel~=stylesheet]')) {
      const address = new URL(old.href);
      if (address.origin !== location.origin || old.dataset.leaving) continue;
      address.searchParams.set('preview', stamp);
      const fresh = old.cloneNode();
      fresh.href = address.href;
      old.dataset.leaving = 'yes';
      // The old one stays until the new one is there, so that the page is never without.
      fresh.addEventListener('load', () => old.remove(), { once: true });
      fresh.addEventListener('error', () => { fresh.remove(); delete old.dataset.leaving; }, { once: true });
      old.after(fresh);
    }
  }

  // --- Showing

  const host = document.createElement('redlist-preview');
  const shadow = host.attachShadow({ mode: 'open' });
  const style = document.createElement('link');
  const parts = document.createElement('div');
  const narrow = matchMedia('(max-width: 44em)');
  host.lang = 'en';
  host.dir = 'ltr';
  host.hidden = true;
  style.rel = 'stylesheet';
  style.href = `${root}preview.css`;
  style.addEventListener('load', () => { host.hidden = false; }, { once: true });
  shadow.append(style, parts);
  let openPanel = null;
  let before = '';
  let closeOverlay = () => {};

  // All text goes through here: as text, never as markup.
  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes ?? {})) {
      if (value === null || value === undefined || value === false) continue;
      if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
      else element.setAttribute(key, value === true ? '' : value);
    }
    element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
    return element;
  }

  const bdi = (text) => make('bdi', null, text);
  // On a narrow screen only the name is shown.
  const fileLink = (file, line) => {
    const cut = file.path.lastIndexOf('/') + 1;
    const name = file.path.slice(cut) + (line ? `:${line}` : '');
    const text = make('bdi', null, make('span', { class: 'folder' }, file.path.slice(0, cut)), name);
    return file.link ? make('a', { href: file.link, title: file.path }, text) : text;
  };
  const many = (count, one, more) => `${count} ${count === 1 ? one : more}`;

  function show(state) {
    const now = JSON.stringify(state);
    if (now === before) return;
    before = now;
    const overlay = overlayOf(state);
    const bar = state.bar ? barOf(state) : null;
    const scrolled = shadow.querySelector('.overlay')?.scrollTop ?? 0;
    parts.replaceChildren(...[bar, overlay].filter(Boolean));
    if (overlay) overlay.scrollTop = scrolled;
    if (!host.isConnected) place();
  }

  // Below, or above where a narrow page may have a bar of its own below.
  function place() {
    host.classList.toggle('above', narrow.matches);
    if (narrow.matches) document.body.prepend(host);
    else document.body.append(host);
  }

  function problem(one) {
    const where = one.file && make('p', { class: 'where' }, fileLink(one.file, one.line),
      one.line ? ` (line ${one.line}, column ${one.column})` : '');
    const line = one.source && make('pre', { dir: 'auto' },
      make('code', null, one.source[0], make('mark', null, one.source[1]), one.source[2]));
    return make('li', { class: `problem ${one.severity}` },
      make('p', { class: 'message', dir: 'auto' }, make('span', { class: 'code' }, `${one.severity} ${one.code}`), bdi(one.message)),
      where, line, one.cure && make('p', { class: 'cure', dir: 'auto' }, bdi(one.cure)));
  }

  function overlayOf(state) {
    closeOverlay = () => {};
    if (state.errors.length === 0) { forget(`${memory}-closed`); return null; }
    // Closed once, it stays closed until something else is wrong.
    const what = JSON.stringify(state.errors.map((one) => [one.code, one.file?.path, one.message]));
    const closed = recall(`${memory}-closed`) === what;
    const count = state.errors.length + state.more;
    const close = () => { overlay.hidden = true; remember(`${memory}-closed`, what); };
    const overlay = make('section', { class: 'overlay', role: 'dialog', 'aria-labelledby': 'what', hidden: closed, tabindex: '-1' },
      make('header', null, make('h2', { id: 'what', class: 'errors', role: 'alert' },
        `${many(count, 'problem has', 'problems have')} to be mended before the site can be built`),
        make('button', { type: 'button', onclick: close }, 'Close')),
      make('ul', null, state.errors.map(problem)),
      state.more > 0 && make('p', null, `And ${state.more} more: see the terminal.`));
    closeOverlay = close;
    state.openOverlay = () => { overlay.hidden = false; forget(`${memory}-closed`); overlay.focus(); };
    return overlay;
  }

  function barOf(state) {
    const { files, language, others, texts, more_texts: more, checks } = state.bar;
    const panel = make('div', { class: 'panel', hidden: true, id: 'panel' });
    const item = (text, children) => make('li', null, text, children);
    const fill = (name) => {
      panel.replaceChildren(...(name === 'texts'
        ? [make('h2', null, 'Texts that are left to do on this page'),
          make('ul', null, texts.map((one) => make('li', null, fileLink(one.file), make('span', { class: `state ${one.state}` }, one.state))),
            more > 0 && item(`And ${more} more: see redlist check --missing.`))]
        : [make('h2', null, 'What is said of the files of this page'), make('ul', null, checks.map(problem))]));
    };
    const toggle = (name) => () => {
      openPanel = openPanel === name ? null : name;
      panel.hidden = openPanel === null;
      if (openPanel) fill(openPanel);
      for (const button of bar.querySelectorAll('[aria-controls]')) {
        button.setAttribute('aria-expanded', String(button.dataset.panel === openPanel));
      }
    };
    const button = (name, text) => make('button', { type: 'button', 'aria-controls': 'panel', 'data-panel': name,
      'aria-expanded': String(openPanel === name), onclick: toggle(name) }, text);
    const tongue = (one, here) => one && make('li', null, here
      ? make('span', { 'aria-current': 'true', lang: one.tag, dir: one.dir }, one.name)
      : make('a', { href: one.href, lang: one.tag, dir: one.dir, hreflang: one.tag }, one.name),
      one.state && make('span', { class: `state ${one.state}` }, one.state));
    const errors = state.errors.length + state.more;
    const bar = make('nav', { class: 'bar', 'aria-label': 'Preview' },
      make('span', { class: 'name' }, 'Preview'),
      files.length > 0 && make('span', { class: 'files' }, files.flatMap((file, at) => [at > 0 ? ' · ' : null, fileLink(file)])),
      make('ul', { class: 'languages' }, tongue(language, true), others.map((one) => tongue(one, false))),
      texts.length > 0 && button('texts', `${many(texts.length + more, 'text', 'texts')} left to do`),
      checks.length > 0 && button('checks', many(checks.length, 'note on this page', 'notes on this page')),
      errors > 0 && make('button', { type: 'button', class: 'errors', onclick: () => state.openOverlay() }, many(errors, 'error', 'errors')),
      make('button', { type: 'button', class: 'push', title: 'Hide this bar until the page is loaded again', onclick: () => { wrapper.hidden = true; } }, 'Hide'));
    if (openPanel === 'texts' ? texts.length > 0 : openPanel && checks.length > 0) { panel.hidden = false; fill(openPanel); }
    const wrapper = make('div', { class: 'ends' }, panel, bar);
    return wrapper;
  }

  restore();
  narrow.addEventListener('change', () => { if (host.isConnected) place(); });
  addEventListener('keydown', (event) => { if (event.key === 'Escape') closeOverlay(); });
  document.addEventListener('visibilitychange', onVisible);
  // A page that comes back from the browser's memory may be an old one.
  addEventListener('pageshow', (event) => { if (event.persisted) listen(); });
  addEventListener('pagehide', () => { if (source) source.close(); source = null; });
  if (!document.hidden) listen(); else look();
})();
