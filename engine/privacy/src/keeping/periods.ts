/** Years after its answer that a contact is kept which came to no case. */
export const KEPT_CONTACT_YEARS = 5;

/** Years that is told who saw and asked what, once no case says how long: those of the logs of the national register. */
export const KEPT_TRACE_YEARS = 10;

/** Years after that of their last entry that the books say who owed and paid: the time for which accounting documents are kept. */
export const KEPT_BOOKS_YEARS = 10;
