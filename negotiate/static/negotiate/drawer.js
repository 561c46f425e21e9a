/* Small things a phone keeps for one seat, by poll: papers not yet answered, and receipts. Kept a
   seat apart, for two people may share one phone; kept over a reload, for phones close pages; and
   the same in every tab. */

export class Drawer {
  /** `changed()` is called when another tab has put in or taken out. */
  constructor(kind, seat, changed) {
    this.prefix = "yishi:" + kind + ":" + seat + ":";
    this.things = {};
    this.use((storage) => Object.keys(storage).forEach((name) => this.read(name, storage.getItem(name))));
    window.addEventListener("storage", (event) => {
      if (event.key !== null && this.read(event.key, event.newValue)) changed();
    });
  }

  /** Take over what is stored under a name, or that nothing is any more; whether it is ours. */
  read(name, text) {
    if (name.indexOf(this.prefix) !== 0) return false;
    const poll = name.slice(this.prefix.length);
    delete this.things[poll]; // one that can't be read is none
    if (text !== null) this.use(() => { this.things[poll] = JSON.parse(text); });
    return true;
  }

  put(poll, thing) {
    this.things[poll] = thing;
    this.use((storage) => storage.setItem(this.prefix + poll, JSON.stringify(thing)));
  }

  drop(poll) {
    delete this.things[poll];
    this.use((storage) => storage.removeItem(this.prefix + poll));
  }

  /** Whether what lies here would outlive the page. */
  keeps(poll) {
    let kept = false;
    this.use((storage) => { kept = storage.getItem(this.prefix + poll) !== null; });
    return kept;
  }

  use(act) {
    try { act(localStorage); } catch (error) { /* off, full or spoilt: things live as long as the page */ }
  }
}
