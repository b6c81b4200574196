// The map of tiers: what the frame shows comes from the server, gathered or one by one; the URL follows the frame, the list beside it too.
const box = document.getElementById('map');
const L = await import(box.dataset.script);
const text = box.dataset;
const filters = document.querySelector('[data-filters]');
const rows = document.querySelector('[data-map-rows]');
const status = document.querySelector('[data-map-status]');
const number = new Intl.NumberFormat(text.language);
const LISTED = 25;
const FRANCE = '-5.2,41.3,9.6,51.1';
const OWNER_COLOURS = ['blue', 'green', 'orange', 'purple', 'teal', 'red'];

const fill = (pattern, ...values) => pattern.replace(/\{(\d)\}/g, (all, index) => values[index]);
const parameters = () => new URLSearchParams(location.search);
const numbers = list => list.split(',').map(Number);
const bounds = list => {
  const [west, south, east, north] = numbers(list);
  return L.latLngBounds([south, west], [north, east]);
};

const map = L.map(box, { zoomControl: false, minZoom: 2, maxZoom: 19, zoomSnap: 0.5, maxBounds: [[-85, -180], [85, 180]], maxBoundsViscosity: 1, attributionControl: Boolean(text.tiles), keyboardPanDelta: 120 });
L.control.zoom({ zoomInTitle: text.textIn, zoomOutTitle: text.textOut }).addTo(map);
map.attributionControl?.setPrefix(false);
map.createPane('ground').style.zIndex = 150;
const shown = L.layerGroup().addTo(map);
const drawn = L.layerGroup().addTo(map);
let pins = [];

/* The ground: outlines that we ship, and pictures of whoever the administrator has chosen. */
const GROUND = { neighbour: 'map-neighbour', department: 'map-department', region: 'map-border' };

async function ground() {
  const answer = await fetch(text.outline);
  if (!answer.ok) {
    return;
  }
  const outline = await answer.json();
  for (const [kind, className] of Object.entries(GROUND)) {
    L.geoJSON(outline, { pane: 'ground', interactive: false, className, filter: feature => feature.properties.kind === kind }).addTo(map);
  }
}

if (text.tiles) {
  const credit = document.createElement('span');
  credit.textContent = text.credit;
  const pictures = L.tileLayer(text.tiles, { attribution: credit.innerHTML, maxZoom: 19, referrerPolicy: 'strict-origin-when-cross-origin' });
  pictures.on('tileload', () => box.classList.add('map-tiled'));
  pictures.addTo(map);
}

/* The frame in the URL, in the form and in every link of the page. */
const round = degrees => Math.round(degrees * 1e5) / 1e5;

function frame() {
  const seen = map.getBounds();
  return [Math.max(-180, seen.getWest()), Math.max(-85, seen.getSouth()), Math.min(180, seen.getEast()), Math.min(85, seen.getNorth())].map(round).join(',');
}

function follow() {
  const here = parameters();
  here.set('bbox', frame());
  history.replaceState(history.state, '', `${location.pathname}?${here}`);
  filters.elements.bbox.value = frame();
  for (const link of document.querySelectorAll('[data-filters] a[href], .map-tools a[href], [data-to-list]')) {
    const target = new URL(link.href);
    target.searchParams.set('bbox', frame());
    if (!link.matches('[data-to-list]') && here.get('colour')) {
      target.searchParams.set('colour', here.get('colour'));
    }
    link.href = target;
  }
}

/** The same page with other conditions. */
function go(changes) {
  const next = parameters();
  next.set('bbox', frame());
  for (const [name, value] of Object.entries(changes)) {
    value === null ? next.delete(name) : next.set(name, value);
  }
  location.assign(`${location.pathname}?${next}`);
}

/* Colours and their legend. */
const words = (name, code) => document.querySelector(`#map-words [data-${name}="${CSS.escape(code)}"]`);
const colouring = document.querySelector('[data-map-colour]');
colouring.value = parameters().get('colour') ?? 'type';
if (!colouring.value) {
  colouring.value = 'type';
}

const DAY = 86400000;
const keys = {
  type: pin => pin.types[0] ?? '',
  owner: pin => pin.owner ?? '',
  visit: pin => {
    if (!pin.lastVisit) {
      return '';
    }
    const days = (Date.now() - Date.parse(pin.lastVisit)) / DAY;
    const steps = [...document.querySelectorAll('#map-words [data-visit]')].map(each => Number(each.dataset.visit));
    return String(steps.find(step => step === 0 || days <= step));
  }
};

function colours() {
  const by = colouring.value;
  const counts = new Map();
  for (const pin of pins) {
    const key = keys[by](pin.properties);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const known = [...counts.keys()].sort((one, other) => counts.get(other) - counts.get(one));
  const entries = new Map();
  known.forEach((key, index) => {
    const word = key && words(by, key);
    const nothing = { type: text.textNone, owner: text.textNobody, visit: text.textNever }[by];
    const colour = key === '' ? 'grey' : by === 'owner' ? OWNER_COLOURS[known.filter(each => each !== '').indexOf(key)] ?? 'grey' : word?.dataset.colour ?? 'grey';
    entries.set(key, { colour, label: key === '' ? nothing : word?.textContent ?? key, count: counts.get(key), other: by === 'owner' && colour === 'grey' && key !== '' });
  });
  return entries;
}

function legend(entries) {
  const list = document.querySelector('[data-map-legend]');
  const named = [...entries.values()].filter(entry => !entry.other);
  const others = [...entries.values()].filter(entry => entry.other);
  if (others.length) {
    named.push({ colour: 'grey', label: text.textOthers, count: others.reduce((sum, entry) => sum + entry.count, 0) });
  }
  list.replaceChildren(...named.map(entry => {
    const item = document.createElement('li');
    const dot = document.createElement('span');
    dot.className = `map-dot map-${entry.colour}`;
    item.append(dot, `${entry.label} (${number.format(entry.count)})`);
    return item;
  }));
  if (!pins.length) {
    const item = document.createElement('li');
    item.className = 'muted';
    item.textContent = text.textColours;
    list.append(item);
  }
}

/* Pins and gathered pins. */
function marker(feature, className, size, label, inner) {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = inner;
  const [longitude, latitude] = feature.geometry.coordinates;
  const put = L.marker([latitude, longitude], { icon: L.divIcon({ html: element, className: 'map-spot', iconSize: [size, size] }), title: label, riseOnHover: true });
  put.addTo(shown);
  put.getElement().setAttribute('aria-label', label);
  put.on('keypress', event => {
    if (event.originalEvent.key === 'Enter') {
      put.getElement().click();
    }
  });
  return put;
}

function paint() {
  const entries = colours();
  shown.clearLayers();
  for (const feature of current) {
    const { count, name } = feature.properties;
    if (feature.id) {
      const entry = entries.get(keys[colouring.value](feature.properties));
      const put = marker(feature, `map-pin map-${entry.colour}`, 24, `${name} · ${entry.label}`, '');
      put.getElement().dataset.preview = feature.id;
      put.getElement().dataset.tier = feature.id;
    } else {
      const size = Math.round(28 + Math.min(28, 6 * Math.log10(count)));
      const put = marker(feature, 'map-cluster', size, fill(count === 1 ? text.textOne : text.textCluster, number.format(count)), short(count));
      put.on('click', () => map.fitBounds(bounds(feature.bbox.join(',')), { animate: calm() === false }));
    }
  }
  legend(entries);
}

const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
const short = count => new Intl.NumberFormat(text.language, { notation: 'compact', maximumFractionDigits: count < 10000 ? 1 : 0 }).format(count);

/* What the frame shows. */
let current = [];
let asking = null;

function question(more) {
  const asked = new URLSearchParams(text.query);
  asked.delete('column');
  asked.set('bbox', frame());
  for (const [name, value] of Object.entries(more)) {
    asked.set(name, value);
  }
  return asked;
}

async function ask(path, more, signal) {
  const asked = question(more);
  if (path) {
    asked.delete('sort');
  }
  const answer = await fetch(`${text.api}${path}?${asked}`, { signal, headers: { Accept: 'application/json' } });
  if (!answer.ok) {
    throw new Error(`The map got ${answer.status}`);
  }
  return answer.json();
}

async function load() {
  asking?.abort();
  asking = new AbortController();
  const { signal } = asking;
  box.setAttribute('aria-busy', 'true');
  try {
    const [seen, listed] = await Promise.all([ask('/map', { zoom: Math.round(map.getZoom()) }, signal), ask('', { limit: LISTED }, signal)]);
    current = seen.features;
    pins = current.filter(feature => feature.id);
    paint();
    list(listed);
    unplaced(seen.withoutCoordinates);
    status.textContent = '';
  } catch (error) {
    if (error.name === 'AbortError') {
      return;
    }
    console.warn('The map cannot be filled', error);
    status.textContent = text.textFailed;
  }
  box.removeAttribute('aria-busy');
  box.dataset.ready = frame();
}

function unplaced(count) {
  const link = document.querySelector('[data-map-unplaced]');
  link.hidden = count === 0;
  link.textContent = count >= 10000 ? link.dataset.textMore : fill(link.dataset.text, number.format(count));
}

function cell(className, ...content) {
  const made = document.createElement('td');
  made.className = className;
  made.append(...content);
  return made;
}

function list(slice) {
  const total = document.querySelector('[data-map-total]');
  total.textContent = slice.totalIsExact ? fill(text.textShown, number.format(slice.total)) : text.textMore;
  rows.replaceChildren(...slice.items.map(tier => {
    const link = document.createElement('a');
    link.className = 'row-link';
    link.href = `record.xhtml?id=${tier.id}`;
    link.textContent = tier.name;
    const eye = document.createElement('button');
    eye.type = 'button';
    eye.className = 'icon-button row-eye';
    eye.dataset.preview = tier.id;
    eye.setAttribute('aria-label', fill(rows.dataset.textPreview, tier.name));
    const sign = document.createElement('i');
    sign.className = 'pi pi-eye';
    sign.setAttribute('aria-hidden', 'true');
    eye.append(sign);
    const row = document.createElement('tr');
    const town = document.createElement('span');
    town.className = 'muted map-town';
    town.textContent = [tier.postalCode, tier.city].filter(Boolean).join(' ');
    row.append(cell('', link, town), cell('row-actions', eye));
    return row;
  }));
}

/* Around a place, and a zone drawn by hand. */
const radius = () => document.querySelector('[data-map-radius]').value;
const around = place => go({ near: `${round(place.lat)},${round(place.lng)}`, radius: radius(), polygon: null, sort: 'distance', bbox: null, page: null });

document.querySelector('[data-map-around=centre]').addEventListener('click', () => around(map.getCenter()));
document.querySelector('[data-map-around=me]').addEventListener('click', () => {
  const failed = () => (status.textContent = text.textPosition);
  if (!navigator.geolocation) {
    failed();
    return;
  }
  navigator.geolocation.getCurrentPosition(found => around(L.latLng(found.coords.latitude, found.coords.longitude)), failed, { timeout: 15000, maximumAge: 60000 });
});
document.querySelector('[data-map-radius]').addEventListener('change', () => parameters().get('near') && go({ radius: radius(), bbox: null, page: null }));

const pencil = document.querySelector('[data-map-lasso]');
const MOST_CORNERS = 60;
let line = null;

function drawing(on) {
  pencil.setAttribute('aria-pressed', String(on));
  box.classList.toggle('map-drawing', on);
  status.textContent = on ? text.textLasso : '';
  map.dragging[on ? 'disable' : 'enable']();
  line?.remove();
  line = null;
}

pencil.addEventListener('click', () => drawing(pencil.getAttribute('aria-pressed') !== 'true'));
box.addEventListener('keydown', event => event.key === 'Escape' && drawing(false));

const isDrawing = () => pencil.getAttribute('aria-pressed') === 'true';
box.addEventListener('pointerdown', event => {
  if (isDrawing() && event.isPrimary) {
    event.preventDefault();
    event.stopPropagation();
    box.setPointerCapture(event.pointerId);
    line = L.polygon([map.mouseEventToLatLng(event)], { className: 'map-zone' }).addTo(map);
  }
}, { capture: true });
box.addEventListener('pointermove', event => line?.addLatLng(map.mouseEventToLatLng(event)));
box.addEventListener('pointerup', () => {
  if (!line) {
    return;
  }
  const corners = thinned(line.getLatLngs()[0]);
  drawing(false);
  if (corners.length >= 3) {
    go({ polygon: corners.flatMap(corner => [round(corner.lng), round(corner.lat)]).join(','), near: null, radius: null, bbox: null, page: null });
  }
});
box.addEventListener('pointercancel', () => drawing(false));

/** As few corners as the shape needs: it travels in the URL. */
function thinned(corners) {
  for (let tolerance = 2; ; tolerance *= 2) {
    const points = corners.map(corner => map.latLngToLayerPoint(corner));
    const kept = L.LineUtil.simplify(points, tolerance);
    if (kept.length <= MOST_CORNERS) {
      return kept.map(point => map.layerPointToLatLng(point));
    }
  }
}

/** What narrows the list, on the map; it is what is looked at when no frame is given. */
function draw() {
  const here = new URLSearchParams(text.query);
  if (here.get('near')) {
    const [latitude, longitude] = numbers(here.get('near'));
    return L.circle([latitude, longitude], { radius: 1000 * Number(here.get('radius') ?? 20), className: 'map-zone', interactive: false }).addTo(drawn);
  }
  if (here.get('polygon')) {
    const flat = numbers(here.get('polygon'));
    const corners = flat.filter((each, index) => index % 2 === 0).map((longitude, index) => [flat[2 * index + 1], longitude]);
    return L.polygon(corners, { className: 'map-zone', interactive: false }).addTo(drawn);
  }
  return null;
}

colouring.addEventListener('change', () => {
  const here = parameters();
  here.set('colour', colouring.value);
  history.replaceState(history.state, '', `${location.pathname}?${here}`);
  follow();
  paint();
});
document.querySelector('[data-map-goto]').addEventListener('change', event => {
  if (event.target.value) {
    map.fitBounds(bounds(event.target.value), { animate: false });
    event.target.value = '';
  }
});
filters.addEventListener('submit', () => {
  if (parameters().get('colour')) {
    const hidden = document.createElement('input');
    hidden.type = 'hidden';
    hidden.name = 'colour';
    hidden.value = colouring.value;
    filters.append(hidden);
  }
});

map.setView([46.6, 2.4], 6);
const zone = draw();
// a frame is a little larger than what it was drawn for: shrunk, it is the same again after a reload
map.fitBounds(text.frame ? bounds(text.frame).pad(-0.02) : zone ? zone.getBounds() : bounds(FRANCE), { animate: false });
follow();
map.on('moveend', () => {
  follow();
  load();
});
new ResizeObserver(() => map.invalidateSize()).observe(box);
await Promise.all([load(), ground()]);
