import { Button, NativeSelect, TextInput } from '@mantine/core';
import { reportStates, stateLabels } from '@nianbao/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useRef } from 'react';
import { useTRPC } from '../api/trpc.ts';
import { useMessages, usePreferences } from '../preferences/preferences.tsx';
import { useSession } from '../session/session.ts';
import { PageLoading } from '../shell/page-loading.tsx';
import { ProblemPage } from '../shell/problem-page.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { useShortcut } from '../shell/use-shortcut.ts';
import { boardOrder, waitsFor } from './board-order.ts';
import styles from './board-page.module.css';
import type { BoardSearch } from './board-search.ts';
import { BoardTable } from './board-table.tsx';
import { OwnReport } from './own-report.tsx';

const route = getRouteApi('/signed-in/');

/** The reports in a person's scope; what waits for them first. */
export function BoardPage() {
  const m = useMessages();
  usePageTitle(m.board.title);
  const { locale } = usePreferences();
  const { memberships } = useSession();
  const search = route.useSearch();
  const navigate = useNavigate();
  const trpc = useTRPC();
  const searchField = useRef<HTMLInputElement>(null);
  const asked = useDeferredValue(search);
  const reports = useQuery(
    trpc.reports.list.queryOptions(
      { ...asked, search: asked.search?.trim() || undefined },
      { placeholderData: (last) => last },
    ),
  );
  useShortcut('/', () => searchField.current?.focus());

  const editors = memberships.filter(({ role }) => role === 'editor');
  const role = memberships.some((membership) => membership.role === 'reviewer') ? 'reviewer' : 'editor';
  const own = editors.length === 1 && memberships.length === 1 ? editors[0] : undefined;
  const narrow = (changes: Partial<BoardSearch>) =>
    void navigate({ to: '/', search: { ...search, ...changes }, replace: true });
  const filtered = search.year !== undefined || search.state !== undefined || (search.search ?? '') !== '';

  if (reports.data === undefined) return reports.isError ? <ProblemPage error={reports.error} /> : <PageLoading />;
  const listed = boardOrder(role, reports.data);
  const waiting = listed.filter((report) => waitsFor(role, report)).length;
  const thisYear = new Date().getFullYear();
  return (
    <main className="page">
      <h1>{m.board.title}</h1>
      {own !== undefined && <OwnReport agencyId={own.agencyId} agencyName={own.agencyName} reports={reports.data} />}
      <div className={styles.filters}>
        <TextInput
          ref={searchField}
          className={styles.search}
          label={m.board.search}
          type="search"
          value={search.search ?? ''}
          onChange={(event) => narrow({ search: event.currentTarget.value || undefined })}
        />
        <NativeSelect
          size="md"
          label={m.board.year}
          value={search.year ?? ''}
          onChange={(event) => narrow({ year: Number(event.currentTarget.value) || undefined })}
          data={[
            { value: '', label: m.board.allYears },
            ...Array.from({ length: thisYear - 2018 }, (_, ago) => String(thisYear - ago)),
          ]}
        />
        <NativeSelect
          size="md"
          label={m.board.state}
          value={search.state ?? ''}
          onChange={(event) => narrow({ state: reportStates.find((state) => state === event.currentTarget.value) })}
          data={[
            { value: '', label: m.board.allStates },
            ...reportStates.map((value) => ({ value, label: stateLabels[value][locale] })),
          ]}
        />
        {filtered && (
          <Button variant="subtle" onClick={() => void navigate({ to: '/', search: {}, replace: true })}>
            {m.board.clear}
          </Button>
        )}
      </div>
      <p className="quiet small" aria-live="polite">
        {m.board.counts(listed.length, waiting)}
      </p>
      {listed.length === 0 ? (
        <p>{filtered ? m.board.noneFound : m.board.none}</p>
      ) : (
        <BoardTable reports={listed} role={role} />
      )}
    </main>
  );
}
