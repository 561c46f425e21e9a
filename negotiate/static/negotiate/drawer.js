/* Small things a phone keeps for one seat, by poll: papers not yet answered, and receipts. Kept a
   seat apart, for two people may share one phone; kept over a reload, for phones close pages. */

export class Drawer {
  constructor(kind, seat) {
    this.prefix = "yishi:" + kind + ":" + seat + ":";
    this.things = {};
    this.store((storage) => Object.keys(storage).forEach((name) => {
      if (name.indexOf(this.prefix) !== 0) return;
      this.things[name.slice(this.prefix.length)] = JSON.parse(storage.getItem(name));
    }));
  }

  put(poll, thing) {
    this.things[poll] = thing;
    this.store((storage) => storage.setItem(this.prefix + poll, JSON.stringify(thing)));
  }

  drop(poll) {
    delete this.things[poll];
    this.store((storage) => storage.removeItem(this.prefix + poll));
  }

  store(act) {
    try { act(localStorage); } catch (error) { /* off or full: things live as long as the page */ }
  }
}
