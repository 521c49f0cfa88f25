// Camera of the organiser's page: reads QR codes until it is stopped.

import { loadDecoder } from "./qr-decode.js";
import { decoder } from "./qr-reader.js";

/** Least time between two readings of the same code, and between two pictures, in milliseconds. */
const SAME_CODE = 3000;
const PAUSE = 120;

/** Names of the errors for which there is no camera to use. */
const NONE = ["NotFoundError", "OverconstrainedError", "NotReadableError"];

export class Camera {
  /** Number of starts and stops: a start that a later one overtook ends by itself. */
  #turn = 0;
  /** @type {MediaStream | undefined} */
  #stream;
  #frame;
  #emit;

  /** @param {Element} frame root of the video @param {(kind: string, value: string) => void} emit */
  constructor(frame, emit) {
    this.#frame = frame;
    this.#emit = emit;
  }

  async start() {
    this.stop();
    const turn = this.#turn;
    try {
      if (!navigator.mediaDevices) throw new DOMException("no camera here", NONE[0]);
      const video = { facingMode: "environment", width: { ideal: 1280 } };
      const stream = await navigator.mediaDevices.getUserMedia({ video });
      if (turn !== this.#turn) return stream.getTracks().forEach((track) => track.stop());
      this.#stream = stream;
      await this.#read(stream, turn);
    } catch (error) {
      if (turn !== this.#turn) return;
      this.stop();
      // Not every engine throws a `DOMException` for a camera that does not fit.
      const { name = "" } = /** @type {{ name?: string }} */ (error ?? {});
      this.#emit("camera", name === "NotAllowedError" ? "denied" : NONE.includes(name) ? "none" : "failed");
    }
  }

  stop() {
    this.#turn++;
    this.#stream?.getTracks().forEach((track) => track.stop());
    this.#stream = undefined;
  }

  /** @param {MediaStream} stream @param {number} turn */
  async #read(stream, turn) {
    const decode = await decoder(loadDecoder);
    const video = this.#frame.querySelector("video");
    if (!video || turn !== this.#turn) return;
    video.srcObject = stream;
    await video.play();
    this.#emit("camera", "on");
    let last = "";
    let at = 0;
    while (turn === this.#turn) {
      for (const text of await decode(video)) {
        if (text === last && performance.now() - at < SAME_CODE) continue;
        [last, at] = [text, performance.now()];
        this.#emit("code", text);
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}
