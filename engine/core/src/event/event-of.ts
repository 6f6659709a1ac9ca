/** The shape of the event with this kind, also when several kinds share one shape. */
export type EventOf<Event, Kind> = Event extends { readonly kind: infer Kinds }
  ? Kind extends Kinds
    ? Event
    : never
  : never;
