CREATE TABLE "succession" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"year" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "succession_party" (
	"succession_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"side" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "succession_party_succession_id_side_agency_id_pk" PRIMARY KEY("succession_id","side","agency_id")
);
--> statement-breakpoint
ALTER TABLE "agency" ADD COLUMN "former_names" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "agency" ADD COLUMN "ended_after" integer;--> statement-breakpoint
ALTER TABLE "report" ADD COLUMN "carried_from" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "succession_party" ADD CONSTRAINT "succession_party_succession_id_succession_id_fk" FOREIGN KEY ("succession_id") REFERENCES "public"."succession"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "succession_party" ADD CONSTRAINT "succession_party_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "succession_year_index" ON "succession" USING btree ("year");--> statement-breakpoint
CREATE INDEX "succession_party_agency_id_index" ON "succession_party" USING btree ("agency_id");