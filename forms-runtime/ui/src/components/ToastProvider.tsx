import { createContext, use, useCallback, useEffect, useState, type ReactNode } from 'react';
import { useUiText } from '../i18n/ui-messages.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';

/** Long enough to read two lines aloud. */
const STAY_MILLISECONDS = 10_000;

interface Toast {
  readonly id: number;
  readonly text: string;
}

const ToastContext = createContext<(text: string) => void>(() => undefined);

const ToastCard = ({ toast, onDismiss }: { readonly toast: Toast; readonly onDismiss: (id: number) => void }) => {
  const t = useUiText();
  useEffect(() => {
    const timer = setTimeout(() => onDismiss(toast.id), STAY_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [toast.id, onDismiss]);
  return (
    <div className="iris-toast">
      <Icon name="check" />
      <span>{toast.text}</span>
      <Button tone="quiet" size="small" aria-label={t('toast.dismiss')} onClick={() => onDismiss(toast.id)}>
        <Icon name="cross" />
      </Button>
    </div>
  );
};

/** Shows short confirmations in a corner and reads them aloud; nothing that needs an answer belongs here. */
export const ToastProvider = ({ children }: { readonly children: ReactNode }) => {
  const t = useUiText();
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const dismiss = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), []);
  const show = useCallback(
    (text: string) => setToasts((all) => [...all.slice(-2), { id: (all.at(-1)?.id ?? 0) + 1, text }]),
    [],
  );
  return (
    <ToastContext value={show}>
      {children}
      <section className="iris-toasts" aria-live="polite" aria-label={t('toast.region')}>
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} onDismiss={dismiss} />
        ))}
      </section>
    </ToastContext>
  );
};

/** Shows a confirmation: `const toast = useToast(); toast(text)`. */
export const useToast = (): ((text: string) => void) => use(ToastContext);
