export { StatementBody, type StatementBodyProps } from './StatementBody.tsx';
export { AssessmentSection } from './AssessmentSection.tsx';
export { statementKey, useStatement } from './use-statement.ts';
