"""What a thumb and tired eyes meet on a page, measured in the browser."""

from playwright.sync_api import Page

LEAST_TARGET = 48  # px, both ways
LEAST_TEXT = 18  # px

SMALL_TARGETS = """least => {
  const wanted = "button, summary, select, textarea, input, a.button, a.header-action, a.product";
  const name = item => (item.innerText || item.name || item.id).trim().slice(0, 40);
  return Array.from(document.querySelectorAll(wanted))
    .map(item => item.matches("[type=radio], [type=checkbox]") && item.closest("label") || item)
    .filter(item => item.checkVisibility() && !item.closest(".visually-hidden"))
    .map(item => [item, item.getBoundingClientRect()])
    .filter(([item, box]) => box.width + 0.5 < least || box.height + 0.5 < least)
    .map(([item, box]) => `target ${box.width} x ${box.height}: ${name(item)}`);
}"""

SMALL_TEXT = """least => {
  const found = new Set();
  const judge = (item, text) => {
    if (!text || item.closest("script, template, .visually-hidden")) return;
    const size = parseFloat(getComputedStyle(item).fontSize);
    if (size + 0.01 < least && item.checkVisibility()) found.add(`text ${size} px: ${text}`);
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    judge(texts.currentNode.parentElement, texts.currentNode.textContent.trim().slice(0, 40));
  }
  const typed = "input:not([type=radio]):not([type=checkbox]):not([type=hidden]), select, textarea";
  document.querySelectorAll(typed).forEach(item => judge(item, item.name));
  return Array.from(found);
}"""

TOO_WIDE = """wide => {
  const whole = document.documentElement.scrollWidth;
  if (whole <= wide) return [];
  const scrolls = item => item !== null &&
    (getComputedStyle(item).overflowX !== "visible" || scrolls(item.parentElement));
  const sticksOut = item => item.getBoundingClientRect().right > wide + 0.5;
  return Array.from(document.body.querySelectorAll("*"))
    .filter(item => sticksOut(item) && !scrolls(item.parentElement))
    .slice(-2)
    .map(item => `sticks out of ${wide} px: ${item.outerHTML.slice(0, 120)}`)
    .concat(`page ${whole} px wide`);
}"""

MAGNIFY = """times => {
  document.documentElement.style.fontSize = times === 1 ? "" : `${112.5 * times}%`;
}"""


def obstacles(page: Page, *, wide: int) -> list[str]:
    """Targets and text that are too small on a phone, and what makes it scroll sideways."""
    found = [
        *page.evaluate(SMALL_TARGETS, LEAST_TARGET),
        *page.evaluate(SMALL_TEXT, LEAST_TEXT),
        *page.evaluate(TOO_WIDE, wide),
    ]
    page.evaluate(MAGNIFY, 2)
    found += [f"at 200 %: {each}" for each in page.evaluate(TOO_WIDE, wide)]
    page.evaluate(MAGNIFY, 1)
    return found
