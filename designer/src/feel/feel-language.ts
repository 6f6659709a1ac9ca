import type { Locale } from '@irisflow/client';
import { feelBuiltins, type FeelBuiltin, type FeelBuiltinForm } from '@irisflow/feel';
import { messages } from '../texts/messages.ts';
import './feel-language.css';

/** A function as the FEEL editor of bpmn-io completes it; the texts of `info` stand beside the list. */
export interface FeelCompletion {
  readonly name: string;
  readonly type: 'function';
  readonly params: readonly { readonly name: string; readonly type: string }[];
  readonly info: () => HTMLElement;
}

/** What the editors of BPMN and of DMN know about FEEL. */
export interface FeelLanguage {
  readonly parserDialect: 'camunda';
  readonly builtins: readonly FeelCompletion[];
}

const element = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, ...content: readonly (Node | string)[]) => {
  const node = document.createElement(tag);
  node.append(...content);
  return node;
};

const parameterText = ({ name, type, isOptional }: FeelBuiltinForm['parameters'][number]): string =>
  `${name}${isOptional ? '?' : ''}: ${type}`;

const signature = (name: string, { parameters, isVariadic }: FeelBuiltinForm): string =>
  `${name}(${parameters.map(parameterText).join(', ')}${isVariadic ? ', …' : ''})`;

/** Every form of the function, an example with its result, and where the function comes from. */
const documentation = ({ name, forms, expression, result, since }: FeelBuiltin, locale: Locale): HTMLElement => {
  const texts = messages[locale];
  const page = element(
    'div',
    ...forms.map((form) => element('p', element('code', signature(name, form)))),
    element('p', texts['feel.example']),
    element('p', element('code', expression), ' = ', element('code', result)),
    element('p', texts['feel.since'].replace('{origin}', since)),
  );
  page.className = 'feel-documentation';
  return page;
};

const completionsOf = (builtin: FeelBuiltin, locale: Locale): FeelCompletion[] =>
  builtin.forms.map(({ parameters }) => ({
    name: builtin.name,
    type: 'function',
    params: parameters.filter(({ isOptional }) => !isOptional).map(({ name, type }) => ({ name, type })),
    info: () => documentation(builtin, locale),
  }));

/** Nobody should begin to use an older name; and to a grammar that knows functions `and` and `or`, they are no operators. */
const offered = feelBuiltins.filter(({ since }) => since !== 'Camunda, older name');

/** Completion and documentation of exactly those functions that the engine has, in one language. */
export const feelLanguage = (locale: Locale): FeelLanguage => ({
  parserDialect: 'camunda',
  builtins: offered.flatMap((builtin) => completionsOf(builtin, locale)),
});
