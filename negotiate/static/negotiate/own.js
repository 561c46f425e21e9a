/* What is this person's own: whether they have checked in, what the server has of them, and the
   receipts, which stay on the phone. An answer to a press may come before what was said earlier:
   of each poll the latest press stands, and never falls back behind one that was counted. */

import { Drawer } from "./drawer.js";

export class Own {
  /** `told`: {present, voted: {poll: {press, choice}}} as the server says, or null on a screen that
      is nobody's. `changed()` is called when another tab has got a receipt. */
  constructor(seat, told, changed) {
    this.receipts = new Drawer("receipt", seat, changed);
    this.mine = told;
    this.counted = {};
  }

  hear(told) {
    this.mine = { present: told.present, voted: told.voted };
    Object.keys(this.counted).forEach((poll) => {
      const known = told.voted[poll];
      if (!known || known.press < this.counted[poll].press) told.voted[poll] = this.counted[poll];
    });
  }

  /** The server has counted this phone's paper under this number. */
  count(poll, paper, number) {
    const choice = paper.named ? paper.choice : ""; // of a secret one nothing stays here
    this.counted[poll] = { press: paper.press, choice };
    this.receipts.put(poll, { press: paper.press, number });
    if (this.mine) this.hear(this.mine);
  }

  /** The latest press that was counted, here or on another phone; 0 if none. */
  press(poll) {
    const known = this.mine ? this.mine.voted[poll] : undefined;
    const receipt = this.receipts.things[poll];
    return Math.max(known ? known.press : 0, receipt ? receipt.press : 0);
  }

  /** The number of the paper that counts, if this phone has cast it; else empty. */
  number(poll) {
    const receipt = this.receipts.things[poll];
    return receipt && receipt.press === this.press(poll) ? receipt.number : "";
  }
}
