/** Years after its answer that a contact is kept which came to no case. */
export const KEPT_CONTACT_YEARS = 5;

/** Years that is told who saw and asked what, once no case says how long: those of the logs of the national register. */
export const KEPT_TRACE_YEARS = 10;
