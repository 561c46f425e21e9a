/* While a chief reads the paper, this phone makes the key that will sign it, and shows that it has it
   by signing the text's digest. Without one the form goes as it is: the platform makes a key then. */

import { canKeep, make, sign } from "./keys.js";

const field = document.querySelector("[name=public_key]");

async function prepare(form) {
  const name = await make();
  const digest = new TextEncoder().encode(form.elements.digest.value);
  const proof = await sign(name, digest);
  form.elements.possession.value = proof;
  form.elements.public_key.value = name;
}

if (field && canKeep()) prepare(field.form).catch(() => {}); // a browser that keeps nothing
