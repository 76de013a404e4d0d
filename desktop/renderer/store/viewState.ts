import type { AppointmentId, ProviderId } from '#shared/ids.ts';
import type { LocalDate } from '#shared/time.ts';

/** What this window shows: nothing the clinic needs to know. */
export interface ViewState {
  /** Null follows today, also past midnight. */
  chosenDate: LocalDate | null;
  /** Null shows every provider. */
  providers: readonly ProviderId[] | null;
  selection: AppointmentId | null;
  /** Grows with each wish to have the selection brought into sight, also when it was selected already. */
  reveals: number;
}

/** Where the provider filter outlives the window. */
export interface ProviderFilterKeeper {
  read: () => readonly ProviderId[] | null;
  write: (providers: readonly ProviderId[] | null) => void;
}

export class ViewStore {
  private state: ViewState;
  private readonly listeners = new Set<() => void>();
  private readonly keeper: ProviderFilterKeeper;

  constructor(keeper: ProviderFilterKeeper) {
    this.keeper = keeper;
    this.state = { chosenDate: null, providers: keeper.read(), selection: null, reveals: 0 };
  }

  readonly get = (): ViewState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** `null` goes back to following today. A selection belongs to its day and does not outlive it. */
  readonly showDate = (date: LocalDate | null): void => {
    if (date !== this.state.chosenDate) this.change({ chosenDate: date, selection: null });
  };

  readonly select = (selection: AppointmentId | null): void => {
    this.change({ selection });
  };

  /** Goes to the appointment's day, selects it and asks for it to be scrolled into sight. */
  readonly reveal = (date: LocalDate | null, selection: AppointmentId): void => {
    this.change({ chosenDate: date, selection, reveals: this.state.reveals + 1 });
  };

  readonly filterProviders = (providers: readonly ProviderId[] | null): void => {
    const kept = providers && providers.length > 0 ? providers : null;
    this.keeper.write(kept);
    this.change({ providers: kept });
  };

  private change(part: Partial<ViewState>): void {
    this.state = { ...this.state, ...part };
    for (const listener of this.listeners) listener();
  }
}
