// The camera of the organiser's page: reads the codes that are held up to it, until it is stopped.

import { decoder } from "./qr-decode.js";

/** How long the same code is not read again, and how long until the next look, in milliseconds. */
const AGAIN = 3000;
const PAUSE = 120;

/** What the browser calls its refusals. */
const NONE = ["NotFoundError", "OverconstrainedError", "NotReadableError"];

export class Camera {
  /** Counts starts and stops: a start that was overtaken ends by itself. */
  #turn = 0;
  /** @type {MediaStream | undefined} */
  #stream;
  #frame;
  #tell;

  /** @param {Element} frame where the picture is @param {(kind: string, what: string) => void} tell */
  constructor(frame, tell) {
    this.#frame = frame;
    this.#tell = tell;
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
      const name = error instanceof DOMException ? error.name : "";
      this.#tell("camera", name === "NotAllowedError" ? "denied" : NONE.includes(name) ? "none" : "failed");
    }
  }

  stop() {
    this.#turn++;
    this.#stream?.getTracks().forEach((track) => track.stop());
    this.#stream = undefined;
  }

  /** @param {MediaStream} stream @param {number} turn */
  async #read(stream, turn) {
    const decode = await decoder();
    const video = this.#frame.querySelector("video");
    if (!video || turn !== this.#turn) return;
    video.srcObject = stream;
    await video.play();
    this.#tell("camera", "on");
    let last = "";
    let at = 0;
    while (turn === this.#turn) {
      for (const text of await decode(video)) {
        if (text === last && performance.now() - at < AGAIN) continue;
        [last, at] = [text, performance.now()];
        this.#tell("code", text);
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}
