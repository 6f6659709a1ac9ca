import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { json, jsonParseLinter } from '@codemirror/lang-json';
import {
  bracketMatching,
  defaultHighlightStyle,
  foldGutter,
  indentOnInput,
  syntaxHighlighting,
} from '@codemirror/language';
import { lintGutter, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { useEffect, useEffectEvent, useRef } from 'react';
import { lineOfPointer } from './line-of-pointer.ts';

export interface JsonFinding {
  severity: 'error' | 'warning';
  message: string;
  pointer: string | null;
  line: number | null;
}

export interface JsonEditorProps {
  label: string;
  value: string;
  findings: readonly JsonFinding[];
  onChange: (text: string) => void;
}

/** Where a finding is underlined: its line without the indentation. */
const toDiagnostic = (state: EditorState, finding: JsonFinding): Diagnostic => {
  const wanted = finding.line ?? lineOfPointer(state.doc.toString(), finding.pointer ?? '');
  const line = state.doc.line(Math.min(Math.max(wanted, 1), state.doc.lines));
  const indent = line.text.length - line.text.trimStart().length;
  return { from: line.from + indent, to: line.to, severity: finding.severity, message: finding.message };
};

const parseProblems = jsonParseLinter();

/** JSON as text with line numbers, folding and findings at their lines. Escape, then Tab, leaves the editor. */
export const JsonEditor = ({ label, value, findings, onChange }: JsonEditorProps) => {
  const hostRef = useRef<HTMLDivElement | null>(null);
  const viewRef = useRef<EditorView | null>(null);
  const emit = useEffectEvent((text: string) => onChange(text));
  const currentValue = useEffectEvent(() => value);

  useEffect(() => {
    if (hostRef.current === null) return undefined;
    const view = new EditorView({
      parent: hostRef.current,
      state: EditorState.create({
        doc: currentValue(),
        extensions: [
          lineNumbers(),
          foldGutter(),
          history(),
          indentOnInput(),
          bracketMatching(),
          highlightActiveLine(),
          lintGutter(),
          json(),
          syntaxHighlighting(defaultHighlightStyle),
          keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-label': label }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) emit(update.state.doc.toString());
          }),
        ],
      }),
    });
    viewRef.current = view;
    return () => view.destroy();
  }, [label]);

  useEffect(() => {
    const view = viewRef.current;
    if (view === null || view.state.doc.toString() === value) return;
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: value } });
  }, [value]);

  useEffect(() => {
    const view = viewRef.current;
    // Findings of another text would land on the wrong lines.
    if (view === null || view.state.doc.toString() !== value) return;
    const own = findings.map((finding) => toDiagnostic(view.state, finding));
    view.dispatch(setDiagnostics(view.state, [...parseProblems(view), ...own]));
  }, [value, findings]);

  return <div className="json-editor" ref={hostRef} />;
};
