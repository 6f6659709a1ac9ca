const KEPT = 200;

/** One question as the source saw it. */
export type ObservedConsultation = {
  readonly at: string;
  readonly source: string;
  readonly subject: string;
  readonly purpose: string;
  readonly legalBasis: string;
  readonly caseId: string;
  readonly status: number;
};

/** The latest 200 questions, newest first. */
export type ConsultationDiary = {
  readonly write: (consultation: ObservedConsultation) => void;
  readonly latest: () => readonly ObservedConsultation[];
};

export const createConsultationDiary = (): ConsultationDiary => {
  let entries: readonly ObservedConsultation[] = [];
  return {
    write: (consultation) => {
      entries = [consultation, ...entries].slice(0, KEPT);
    },
    latest: () => entries,
  };
};
