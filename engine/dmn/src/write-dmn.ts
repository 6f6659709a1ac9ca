/** A column of conditions to write. */
export interface InputDraft {
  readonly expression: string;
  readonly label?: string;
  readonly typeRef?: string;
}

/** A column of results to write. */
export interface OutputDraft {
  readonly name: string;
  readonly label?: string;
  readonly typeRef?: string;
  /** Allowed values in descending priority, as FEEL. */
  readonly values?: string;
  readonly defaultValue?: string;
}

/** A decision table to write; a rule is its input entries followed by its output entries, as FEEL. */
export interface TableDraft {
  readonly hitPolicy?: string;
  readonly aggregation?: string;
  readonly inputs: readonly InputDraft[];
  readonly outputs: readonly OutputDraft[];
  readonly rules: readonly (readonly string[])[];
}

/** A decision to write: a table, or a FEEL expression. */
export interface DecisionDraft {
  readonly id: string;
  readonly name?: string;
  readonly versionTag?: string;
  /** Name of the result for other decisions. */
  readonly variable?: string;
  readonly requires?: readonly string[];
  readonly inputs?: readonly string[];
  readonly knowledge?: readonly string[];
  readonly logic: TableDraft | string;
}

/** A function to write. */
export interface KnowledgeDraft {
  readonly id: string;
  readonly name?: string;
  readonly parameters: readonly string[];
  readonly body: string;
}

/** A decision service to write; all but the name are ids. */
export interface ServiceDraft {
  readonly id: string;
  readonly name?: string;
  readonly outputs: readonly string[];
  readonly inputDecisions?: readonly string[];
  readonly inputData?: readonly string[];
}

/** A DMN file to write. */
export interface DmnDraft {
  readonly id: string;
  readonly name?: string;
  readonly inputData?: readonly { readonly id: string; readonly name: string }[];
  readonly decisions: readonly DecisionDraft[];
  readonly knowledge?: readonly KnowledgeDraft[];
  readonly services?: readonly ServiceDraft[];
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escape = (text: string): string => text.replace(/[&<>"]/g, (found) => entities[found] ?? found);

const attributes = (values: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(values)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escape(value)}"`))
    .join('');

const text = (value: string): string => `<text>${escape(value)}</text>`;

const inputXml = (prefix: string, input: InputDraft, index: number): string =>
  `<input${attributes({ id: `${prefix}_input_${index + 1}`, label: input.label })}>` +
  `<inputExpression${attributes({ id: `${prefix}_expression_${index + 1}`, typeRef: input.typeRef })}>${text(input.expression)}</inputExpression></input>`;

const outputXml = (prefix: string, output: OutputDraft, index: number): string => {
  const id = `${prefix}_output_${index + 1}`;
  const values =
    output.values === undefined ? '' : `<outputValues id="${id}_values">${text(output.values)}</outputValues>`;
  const fallback =
    output.defaultValue === undefined
      ? ''
      : `<defaultOutputEntry id="${id}_default">${text(output.defaultValue)}</defaultOutputEntry>`;
  const { name, label, typeRef } = output;
  return `<output${attributes({ id, label, name, typeRef })}>${values}${fallback}</output>`;
};

const ruleXml = (prefix: string, table: TableDraft, index: number): string => {
  const cells = table.rules[index] ?? [];
  const entries = cells.map((cell, column) => {
    const tag = column < table.inputs.length ? 'inputEntry' : 'outputEntry';
    return `<${tag} id="${prefix}_cell_${index + 1}_${column + 1}">${text(cell)}</${tag}>`;
  });
  return `<rule id="${prefix}_rule_${index + 1}">${entries.join('')}</rule>`;
};

const tableXml = (prefix: string, table: TableDraft): string =>
  `<decisionTable${attributes({ id: `${prefix}_table`, hitPolicy: table.hitPolicy, aggregation: table.aggregation })}>` +
  table.inputs.map((input, index) => inputXml(prefix, input, index)).join('') +
  table.outputs.map((output, index) => outputXml(prefix, output, index)).join('') +
  table.rules.map((_, index) => ruleXml(prefix, table, index)).join('') +
  '</decisionTable>';

const literalXml = (prefix: string, expression: string): string =>
  `<literalExpression id="${prefix}_literal">${text(expression)}</literalExpression>`;

const requirementsXml = (decision: DecisionDraft): string => {
  const write = (kind: string, target: string, ids: readonly string[] = []) =>
    ids.map((id) => `<${kind} id="${decision.id}_needs_${id}"><${target} href="#${id}"/></${kind}>`).join('');
  return (
    write('informationRequirement', 'requiredDecision', decision.requires) +
    write('informationRequirement', 'requiredInput', decision.inputs) +
    write('knowledgeRequirement', 'requiredKnowledge', decision.knowledge)
  );
};

const decisionXml = (decision: DecisionDraft): string => {
  const { id, name = decision.id, versionTag, variable, logic } = decision;
  const tag =
    versionTag === undefined
      ? ''
      : `<extensionElements><zeebe:versionTag value="${escape(versionTag)}"/></extensionElements>`;
  const result = variable === undefined ? '' : `<variable id="${id}_variable" name="${escape(variable)}"/>`;
  const body = typeof logic === 'string' ? literalXml(id, logic) : tableXml(id, logic);
  return `<decision${attributes({ id, name })}>${tag}${result}${requirementsXml(decision)}${body}</decision>`;
};

const knowledgeXml = ({ id, name = id, parameters, body }: KnowledgeDraft): string => {
  const formal = parameters.map(
    (parameter, index) => `<formalParameter id="${id}_parameter_${index + 1}" name="${escape(parameter)}"/>`,
  );
  const logic = `<encapsulatedLogic id="${id}_function">${formal.join('')}${literalXml(id, body)}</encapsulatedLogic>`;
  return `<businessKnowledgeModel${attributes({ id, name })}>${logic}</businessKnowledgeModel>`;
};

const serviceXml = ({ id, name = id, outputs, inputDecisions = [], inputData = [] }: ServiceDraft): string => {
  const write = (kind: string, ids: readonly string[]) => ids.map((target) => `<${kind} href="#${target}"/>`).join('');
  const references =
    write('outputDecision', outputs) + write('inputDecision', inputDecisions) + write('inputData', inputData);
  return `<decisionService${attributes({ id, name })}>${references}</decisionService>`;
};

/** Writes a DMN 1.3 file from a short description; what it writes, `parseDmn` reads. */
export const writeDmn = ({
  id,
  name = id,
  inputData = [],
  decisions,
  knowledge = [],
  services = [],
}: DmnDraft): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"${attributes({ id, name })} namespace="http://camunda.org/schema/1.0/dmn">`,
    ...inputData.map((input) => `<inputData${attributes({ id: input.id, name: input.name })}/>`),
    ...knowledge.map(knowledgeXml),
    ...decisions.map(decisionXml),
    ...services.map(serviceXml),
    '</definitions>',
    '',
  ].join('\n');
