import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './Icon';
import { Button, IconButton } from './Button';
import { describeError } from './states';
import { classes } from '../lib/classes';

interface Message {
  id: number;
  kind: 'ok' | 'error';
  text: string;
  undo?: () => void;
}

interface Toasts {
  done: (text: string, options?: { undo?: () => void }) => void;
  failed: (error: unknown) => void;
  /** Says how a request ended, also when the row it came from has left the page meanwhile (a mutation's own callbacks would be lost with it). */
  after: (request: Promise<unknown>, text: string, options?: { undo?: () => void }) => void;
}

const ToastContext = createContext<Toasts>({ done: () => undefined, failed: () => undefined, after: () => undefined });

/** Says what happened after an action, with "Annulla" where there is a way back. */
export function useToast(): Toasts {
  return useContext(ToastContext);
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation('common');
  const [messages, setMessages] = useState<Message[]>([]);
  const next = useRef(0);
  const remove = useCallback((id: number) => setMessages((all) => all.filter((message) => message.id !== id)), []);
  const add = useCallback((message: Omit<Message, 'id'>) => setMessages((all) => [...all.slice(-2), { ...message, id: next.current++ }]), []);
  const toasts = useMemo<Toasts>(() => {
    const done: Toasts['done'] = (text, options) => add({ kind: 'ok', text, undo: options?.undo });
    const failed: Toasts['failed'] = (error) => {
      const { title, text } = describeError(error, t);
      add({ kind: 'error', text: [title, text].filter(Boolean).join('. ').replace('..', '.') });
    };
    return { done, failed, after: (request, text, options) => void request.then(() => done(text, options), failed) };
  }, [add, t]);
  return (
    <ToastContext value={toasts}>
      {children}
      <div className="toasts" role="region" aria-label={t('messages')}>
        <div role="status" aria-live="polite">
          {messages.map((message) => (
            <ToastMessage key={message.id} message={message} onGone={() => remove(message.id)} />
          ))}
        </div>
      </div>
    </ToastContext>
  );
}

function ToastMessage({ message, onGone }: { message: Message; onGone: () => void }) {
  const { t } = useTranslation('common');
  const [held, setHeld] = useState(false);
  const gone = useRef(onGone);
  gone.current = onGone;
  // A refusal stays until it is read; what went well leaves by itself, later when it can still be undone.
  const stays = message.kind === 'error' || held;
  useEffect(() => {
    if (stays) return;
    const timer = setTimeout(() => gone.current(), message.undo ? 12_000 : 6_000);
    return () => clearTimeout(timer);
  }, [stays, message.undo]);
  return (
    <div className={classes('toast0', message.kind)} onMouseEnter={() => setHeld(true)} onMouseLeave={() => setHeld(false)} onFocus={() => setHeld(true)} onBlur={() => setHeld(false)}>
      <Icon name={message.kind === 'ok' ? 'check-circle' : 'warning-circle'} />
      <span>{message.text}</span>
      {message.undo && (
        <Button
          look="plain"
          small
          onClick={() => {
            message.undo?.();
            onGone();
          }}
        >
          {t('undo')}
        </Button>
      )}
      <IconButton icon="close" label={t('close')} onClick={onGone} />
    </div>
  );
}
