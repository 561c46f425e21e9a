/* Keys that this phone makes and keeps: P-256, not to be read out of the browser. Only where the page
   came over HTTPS (or from this computer) and the browser can keep them; else there is none, and the
   platform makes one. They lie in IndexedDB under their own public half. */

const SHELF = "negotiate-keys";
const KIND = { name: "ECDSA", namedCurve: "P-256" };
const HOW = { name: "ECDSA", hash: "SHA-256" };

export const canKeep = () => Boolean(window.crypto && window.crypto.subtle && window.indexedDB);

export const toText = (bytes) => btoa(String.fromCharCode.apply(null, new Uint8Array(bytes)));

export const toBytes = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));

function ask(mode, act) {
  return new Promise((done, failed) => {
    const opening = indexedDB.open(SHELF, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("keys");
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => {
      const shelf = opening.result.transaction("keys", mode);
      const asked = act(shelf.objectStore("keys"));
      shelf.oncomplete = () => { opening.result.close(); done(asked.result); };
      shelf.onerror = () => { opening.result.close(); failed(shelf.error); };
    };
  });
}

/** A new key, kept; its public half as text. */
export async function make() {
  const pair = await crypto.subtle.generateKey(KIND, false, ["sign", "verify"]);
  const name = toText(await crypto.subtle.exportKey("spki", pair.publicKey));
  await ask("readwrite", (keys) => keys.put(pair.privateKey, name));
  return name;
}

/** The signature of the bytes with the key of that public half, as text; null if it is not here. */
export async function sign(name, bytes) {
  const key = await ask("readonly", (keys) => keys.get(name));
  return key ? toText(await crypto.subtle.sign(HOW, key, bytes)) : null;
}

/** It has done its work. */
export const forget = (name) => ask("readwrite", (keys) => keys.delete(name));
