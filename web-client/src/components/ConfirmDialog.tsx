import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import { Dialog } from './Dialog';

export interface Question {
  /** Names the thing: "Eliminare il corso «Sicurezza»?" */
  title: string;
  /** What will happen. */
  text: ReactNode;
  /** The verb of the action, never "OK". */
  action: string;
  cancel?: string;
  danger?: boolean;
}

export function ConfirmDialog({ question, onAnswer }: { question: Question; onAnswer: (yes: boolean) => void }) {
  const { t } = useTranslation('common');
  return (
    <Dialog
      open
      title={question.title}
      onClose={() => onAnswer(false)}
      footer={
        <>
          <Button look="quiet" data-first-focus onClick={() => onAnswer(false)}>
            {question.cancel ?? t('cancel')}
          </Button>
          <Button look={question.danger ? 'danger' : 'fill'} onClick={() => onAnswer(true)}>
            {question.action}
          </Button>
        </>
      }
    >
      {typeof question.text === 'string' ? <p>{question.text}</p> : question.text}
    </Dialog>
  );
}

const Confirm = createContext<(question: Question) => Promise<boolean>>(() => Promise.resolve(false));

export function ConfirmProvider({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState<{ question: Question; answer: (yes: boolean) => void } | null>(null);
  const confirm = useCallback(
    (question: Question) =>
      new Promise<boolean>((resolve) =>
        setAsked({
          question,
          answer: (yes) => {
            setAsked(null);
            resolve(yes);
          },
        }),
      ),
    [],
  );
  return (
    <Confirm value={confirm}>
      {children}
      {asked && <ConfirmDialog question={asked.question} onAnswer={asked.answer} />}
    </Confirm>
  );
}

/** `if (await confirm({ title, text, action, danger: true })) …` */
export function useConfirm() {
  return useContext(Confirm);
}
