/* Brings a part of the page to what new HTML says, by the smallest change. What is the same stays
   the very same element, with its focus, its chosen answer, its open details; and what is being
   read stays where it is on the screen. */

const KEYS = ["id", "data-task", "data-poll", "data-ballot", "data-turnout", "value"];
const slice = (list) => Array.prototype.slice.call(list);

/** What an element is known by among its sisters. */
function nameOf(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return node.nodeName;
  return KEYS.reduce((name, key) => name + "|" + (node.getAttribute(key) || ""), node.nodeName);
}

const isNamed = (node) => node.nodeType === Node.ELEMENT_NODE && KEYS.some((key) => node.hasAttribute(key));

/** The next sister from `live` on that is the wanted one. It is not looked for beyond one that is
    wanted later: that would have to be thrown away. */
function find(live, wanted, later) {
  const name = nameOf(wanted);
  for (let node = live; node !== null; node = node.nextSibling) {
    if (nameOf(node) === name) return node;
    if (isNamed(node) && later.indexOf(nameOf(node)) >= 0) return null;
  }
  return null;
}

function attributes(live, wanted) {
  slice(live.attributes).forEach((each) => {
    if (each.name === "open" && live.nodeName === "DETAILS") return; // its reader's business
    if (!wanted.hasAttribute(each.name)) live.removeAttribute(each.name);
  });
  slice(wanted.attributes).forEach((each) => {
    if (live.getAttribute(each.name) !== each.value) live.setAttribute(each.name, each.value);
  });
}

function children(live, wanted) {
  const news = slice(wanted.childNodes);
  const names = news.map(nameOf);
  let at = live.firstChild;
  news.forEach((each, place) => {
    const found = find(at, each, names.slice(place + 1));
    if (found === null) {
      live.insertBefore(each, at);
      return;
    }
    while (at !== found) at = dropped(at);
    at = found.nextSibling;
    become(found, each);
  });
  while (at !== null) at = dropped(at);
}

function dropped(node) {
  const next = node.nextSibling;
  node.parentNode.removeChild(node);
  return next;
}

function become(live, wanted) {
  if (live.isEqualNode(wanted)) return;
  if (live.nodeType !== Node.ELEMENT_NODE) {
    live.nodeValue = wanted.nodeValue;
    return;
  }
  attributes(live, wanted);
  children(live, wanted);
}

export function morph(root, html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  children(root, template.content);
}

const isSeen = (item, edge) => {
  const box = item.getBoundingClientRect();
  return box.bottom > edge && box.top < window.innerHeight;
};

/** What somebody is at, from inside outwards: what they have touched last, if it can be seen, else
    what they read at the upper edge. */
function atHand(root, edge) {
  const chain = [];
  const touched = document.activeElement;
  if (root.contains(touched) && isSeen(touched, edge)) {
    for (let item = touched; item !== root; item = item.parentNode) chain.push(item);
    return chain;
  }
  if (window.pageYOffset === 0) return chain; // at the top nobody has gone to anything yet
  for (let item = root; item; ) {
    item = slice(item.children).find((inside) => inside.getBoundingClientRect().bottom > edge);
    if (item) chain.unshift(item);
  }
  return chain;
}

/** Do `change`, which may add or take away above what somebody is at, and keep that in its place.
    `edge`: px from the top of the window that something else covers. */
export function keepPlace(root, edge, change) {
  const tops = atHand(root, edge).map((item) => [item, item.getBoundingClientRect().top]);
  change();
  const held = tops.find((pair) => root.contains(pair[0]) && pair[0].getClientRects().length > 0);
  if (held) window.scrollBy(0, held[0].getBoundingClientRect().top - held[1]);
}
