import { Button } from '@mantine/core';
import { formatMoment } from '@nianbao/ui';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useTRPC } from '../api/trpc.ts';
import { useProblemText } from '../api/use-problem-text.ts';
import { useMessages, usePreferences } from '../preferences/preferences.tsx';
import styles from './account.module.css';
import { browserName } from './browser-name.ts';

/** Where one is signed in, and how to end it there. */
export function SessionsSection() {
  const m = useMessages();
  const { locale } = usePreferences();
  const trpc = useTRPC();
  const client = useQueryClient();
  const problemText = useProblemText();
  const { data: sessions } = useSuspenseQuery(trpc.account.sessions.queryOptions());
  const again = { onSuccess: () => client.invalidateQueries({ queryKey: trpc.account.sessions.queryKey() }) };
  const end = useMutation(trpc.account.endSession.mutationOptions(again));
  const endOthers = useMutation(trpc.account.endOtherSessions.mutationOptions(again));
  const at = (time: string) => formatMoment(time, locale);
  const failure = end.error ?? endOthers.error;
  return (
    <section className={styles.section} aria-labelledby="sessions">
      <h2 id="sessions">{m.account.sessions.title}</h2>
      <ul className={styles.sessions}>
        {sessions.map(({ id, createdAt, usedAt, address, browser, current }) => (
          <li key={id}>
            <div>
              <strong>{m.account.sessions.started(at(createdAt))}</strong>
              <span className="quiet small">{m.account.sessions.place(address, at(usedAt))}</span>
              <span className="quiet small">{browserName(browser)}</span>
            </div>
            {current ? (
              <span>{m.account.sessions.current}</span>
            ) : (
              <Button
                variant="default"
                size="compact-md"
                aria-label={m.account.sessions.endOf(at(createdAt))}
                onClick={() => end.mutate({ id })}
              >
                {m.account.sessions.end}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className="actions">
        {sessions.length > 1 && (
          <Button variant="default" loading={endOthers.isPending} onClick={() => endOthers.mutate({})}>
            {m.account.sessions.endOthers}
          </Button>
        )}
        <span role="status">
          {failure !== null ? problemText(failure) : (end.isSuccess || endOthers.isSuccess) && m.account.sessions.ended}
        </span>
      </div>
    </section>
  );
}
