import Renderer, { type Components } from 'react-markdown';
import gfm from 'remark-gfm';

const isOutside = (href: string | undefined): boolean => href !== undefined && /^https?:/.test(href);

/** Pages stand in a dialog that has their title as its heading; theirs go right below it. */
const components: Components = {
  h1: 'h3',
  h2: 'h3',
  h3: 'h4',
  h4: 'h5',
  h5: 'h6',
  // A page of others leads out of here only in a window of its own, and does not learn from where.
  a: ({ href, children }) =>
    isOutside(href) ? (
      <a href={href} target="_blank" rel="noopener noreferrer">
        {children}
      </a>
    ) : (
      <>{children}</>
    ),
  // Wide tables scroll by themselves, also by keyboard.
  table: ({ children }) => (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="markdown__table" tabIndex={0}>
      <table>{children}</table>
    </div>
  ),
};

/** A picture would tell its host who reads. */
const without = ['img'];

/** A text that others wrote in Markdown. HTML in it is shown as text, or not at all; nothing in it runs or loads. */
export const Markdown = ({ text }: { text: string }) => (
  <div className="markdown">
    <Renderer remarkPlugins={[gfm]} components={components} disallowedElements={without}>
      {text}
    </Renderer>
  </div>
);
