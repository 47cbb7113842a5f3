import { Checkbox } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../api/trpc.ts';
import { useProblemText } from '../api/use-problem-text.ts';
import { useMessages } from '../preferences/preferences.tsx';
import styles from './account.module.css';

/** Whether reminders come by mail too. */
export function RemindersSection({ mail, isOn }: { readonly mail: string; readonly isOn: boolean }) {
  const m = useMessages();
  const trpc = useTRPC();
  const client = useQueryClient();
  const problemText = useProblemText();
  const again = { onSuccess: () => client.invalidateQueries({ queryKey: trpc.account.get.queryKey() }) };
  const set = useMutation(trpc.account.setReminderMails.mutationOptions(again));
  return (
    <section className={styles.section} aria-labelledby="reminders">
      <h2 id="reminders">{m.account.reminders.title}</h2>
      <Checkbox
        label={m.account.reminders.byMail(mail)}
        checked={set.isPending ? set.variables.reminderMails : isOn}
        onChange={(event) => set.mutate({ reminderMails: event.currentTarget.checked })}
      />
      <span role="status">
        {set.error !== null ? problemText(set.error) : set.isSuccess && m.account.reminders.saved}
      </span>
    </section>
  );
}
