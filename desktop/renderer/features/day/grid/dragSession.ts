import type { ProviderId } from '#shared/ids.ts';
import { spanOf } from '../booking/freeTimes.ts';
import type { Visit } from '../dayView.ts';
import { type Axis, minute, pixelsPerMinute } from './axis.ts';
import {
  autoScroll,
  coarseStep,
  type DragKind,
  dragged,
  dragThreshold,
  fineStep,
  type Span,
} from './drag.ts';
import { axisWidth, headerHeight } from './measures.ts';

/** A change of place that is being shown but not asked for yet. */
export interface Tentative {
  kind: DragKind;
  visit: Visit;
  to: Span;
}

interface DragOptions {
  axis: Axis;
  /** In the order of the columns, all of one width. */
  providers: readonly ProviderId[];
  /** What scrolls, and the columns inside it below the sticky header. */
  scroller: HTMLElement;
  columns: HTMLElement;
  kind: DragKind;
  visit: Visit;
  /** Called when the place under the pointer changes, first with where the visit stands. */
  onChange: (tentative: Tentative) => void;
  /** Called once: with the last place when dropped, with null when called off or never moved. */
  onEnd: (dropped: Tentative | null) => void;
}

/** One press on a card until the button is let go, Escape is pressed or the window loses the pointer. */
export class DragSession {
  private readonly options: DragOptions;
  private readonly from: Span;
  private readonly pressed: { x: number; y: number; scrollTop: number };
  private pointer: { x: number; y: number; fine: boolean };
  private current: Tentative | null = null;
  private frame = 0;
  private readonly listening = new AbortController();

  constructor(options: DragOptions, press: { clientX: number; clientY: number }) {
    this.options = options;
    this.from = spanOf(options.visit.appointment);
    this.pressed = { x: press.clientX, y: press.clientY, scrollTop: options.scroller.scrollTop };
    this.pointer = { x: press.clientX, y: press.clientY, fine: false };
    const on = { signal: this.listening.signal };
    window.addEventListener('pointermove', (event) => this.moved(event), on);
    window.addEventListener('pointerup', () => this.end(this.current), on);
    window.addEventListener('pointercancel', () => this.end(null), on);
    window.addEventListener('blur', () => this.end(null), on);
    window.addEventListener('keydown', (event) => this.key(event), { ...on, capture: true });
  }

  /** Ends without a drop. Harmless when it has ended already. */
  cancel(): void {
    this.end(null);
  }

  private moved(event: PointerEvent): void {
    this.pointer = { x: event.clientX, y: event.clientY, fine: event.shiftKey };
    const far = Math.hypot(event.clientX - this.pressed.x, event.clientY - this.pressed.y) >= dragThreshold;
    if (!this.current && !far) return;
    if (!this.current) this.frame = requestAnimationFrame(this.scroll);
    this.update();
  }

  private key(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.current) return;
    event.preventDefault();
    event.stopPropagation();
    this.end(null);
  }

  private update(): void {
    const { axis, kind, visit, scroller, onChange } = this.options;
    const pixels = this.pointer.y - this.pressed.y + scroller.scrollTop - this.pressed.scrollTop;
    const delta = (pixels / pixelsPerMinute) * minute;
    const step = this.pointer.fine ? fineStep : coarseStep;
    const to = dragged(axis, kind, this.from, delta, this.columnUnderPointer(), step);
    const last = this.current?.to;
    if (last && last.start === to.start && last.end === to.end && last.providerId === to.providerId) return;
    this.current = { kind, visit, to };
    onChange(this.current);
  }

  private columnUnderPointer(): ProviderId {
    const { columns, providers } = this.options;
    const { left, width } = columns.getBoundingClientRect();
    const index = Math.floor(((this.pointer.x - left) / width) * providers.length);
    return providers[Math.max(0, Math.min(index, providers.length - 1))] ?? this.from.providerId;
  }

  private readonly scroll = (): void => {
    const { scroller, kind } = this.options;
    const view = scroller.getBoundingClientRect();
    const down = autoScroll(this.pointer.y, view.top + headerHeight, view.bottom);
    const right = kind === 'move' ? autoScroll(this.pointer.x, view.left + axisWidth, view.right) : 0;
    if (down !== 0 || right !== 0) {
      scroller.scrollBy(right, down);
      this.update();
    }
    this.frame = requestAnimationFrame(this.scroll);
  };

  private end(dropped: Tentative | null): void {
    if (this.listening.signal.aborted) return;
    this.listening.abort();
    cancelAnimationFrame(this.frame);
    this.options.onEnd(dropped);
  }
}
