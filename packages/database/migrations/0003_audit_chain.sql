CREATE TABLE "audit_seal" (
	"number" integer PRIMARY KEY NOT NULL,
	"sealed_at" timestamp with time zone NOT NULL,
	"up_to" bigint NOT NULL,
	"events" integer NOT NULL,
	"previous" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_stream" (
	"stream" text PRIMARY KEY NOT NULL,
	"position" integer NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_event" ADD COLUMN "subject" text;--> statement-breakpoint
ALTER TABLE "audit_event" ADD COLUMN "door" text;--> statement-breakpoint
ALTER TABLE "audit_event" ADD COLUMN "address" text;--> statement-breakpoint
ALTER TABLE "audit_event" ADD COLUMN "request_id" text;--> statement-breakpoint
ALTER TABLE "audit_event" ADD COLUMN "stream" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_event" ADD COLUMN "position" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_event" ADD COLUMN "previous" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_event" ADD COLUMN "hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE FUNCTION audit_event_hash(event audit_event) RETURNS text LANGUAGE sql STABLE SET timezone = 'UTC' AS $$
  -- Columns that hold nothing are left out, so that a column added later does not change the hash of what is there.
  SELECT encode(sha256(convert_to(
    (SELECT jsonb_object_agg(key, value) FROM jsonb_each(to_jsonb(event) - 'hash') WHERE value <> 'null'::jsonb)::text,
    'UTF8')), 'hex')
$$;
--> statement-breakpoint
CREATE FUNCTION chain_audit_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.stream := coalesce('report:' || NEW.report_id, NEW.subject, 'agency:' || NEW.agency_id, 'system');
  -- The row lock holds until the transaction ends: the next event of the stream waits and names this one.
  INSERT INTO audit_stream AS head VALUES (NEW.stream, 1, '')
    ON CONFLICT (stream) DO UPDATE SET position = head.position + 1
    RETURNING position, hash INTO NEW.position, NEW.previous;
  NEW.hash := audit_event_hash(NEW);
  UPDATE audit_stream SET hash = NEW.hash WHERE stream = NEW.stream;
  RETURN NEW;
END
$$;
--> statement-breakpoint
ALTER TABLE "audit_event" DISABLE TRIGGER append_only;
--> statement-breakpoint
DO $$
DECLARE
  event audit_event;
BEGIN
  FOR event IN SELECT * FROM audit_event ORDER BY id LOOP
    event.stream := coalesce('report:' || event.report_id, 'agency:' || event.agency_id, 'system');
    INSERT INTO audit_stream AS head VALUES (event.stream, 1, '')
      ON CONFLICT (stream) DO UPDATE SET position = head.position + 1
      RETURNING position, hash INTO event.position, event.previous;
    event.hash := audit_event_hash(event);
    UPDATE audit_stream SET hash = event.hash WHERE stream = event.stream;
    UPDATE audit_event SET stream = event.stream, position = event.position, previous = event.previous, hash = event.hash
      WHERE id = event.id;
  END LOOP;
END
$$;
--> statement-breakpoint
ALTER TABLE "audit_event" ENABLE TRIGGER append_only;
--> statement-breakpoint
CREATE TRIGGER chain BEFORE INSERT ON "audit_event" FOR EACH ROW EXECUTE FUNCTION chain_audit_event();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_seal" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE INDEX "audit_event_agency_id_id_index" ON "audit_event" USING btree ("agency_id","id");--> statement-breakpoint
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_in_stream" UNIQUE("stream","position");