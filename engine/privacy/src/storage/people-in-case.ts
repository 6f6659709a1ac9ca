/**
 * SQL of the parties that are in a case: its applicant, those about whom a reason allows a question, and who takes part in it,
 * also those who are noted by a number alone that a party has or had. `caseId` is SQL: a parameter or a column.
 */
export const peopleInCase = (caseId: string): string => `
  select whose.person_id from casework.case_file whose where whose.id = ${caseId}
  union all select about.person_id from casework.case_party about
   where about.case_id = ${caseId} and about.person_id is not null
  union all select part.party_id from casework.participant part where part.case_id = ${caseId} and part.party_id is not null
  union all select named.party_id from casework.participant part
    join casework.party_identifier named on named.number_index = part.number_index
   where part.case_id = ${caseId} and part.party_id is null`;

/** SQL of the cases of an administration in which somebody is, found by their parties and by their numbers; all three are SQL. */
export const casesWith = (administration: string, partyIds: string, numberIndexes: string): string => `
  select f.id from casework.case_file f where f.administration = ${administration} and f.person_id = any(${partyIds})
  union select c.case_id from casework.case_party c
   where c.administration = ${administration} and (c.person_id = any(${partyIds}) or c.number_index = any(${numberIndexes}))
  union select o.case_id from casework.participant o
   where o.administration = ${administration} and (o.party_id = any(${partyIds}) or o.number_index = any(${numberIndexes}))`;
