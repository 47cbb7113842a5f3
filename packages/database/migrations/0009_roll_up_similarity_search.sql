CREATE TABLE "roll_up_addition" (
	"report_id" uuid NOT NULL,
	"key" text NOT NULL,
	"value" double precision NOT NULL,
	"reason" text NOT NULL,
	"written_by" text NOT NULL,
	"written_by_name" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "roll_up_addition_report_id_key_pk" PRIMARY KEY("report_id","key")
);
--> statement-breakpoint
CREATE TABLE "roll_up_source" (
	"report_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"agency_name" text NOT NULL,
	"version" integer NOT NULL,
	"revision" integer NOT NULL,
	"figures" "bytea" NOT NULL,
	CONSTRAINT "roll_up_source_report_id_agency_id_pk" PRIMARY KEY("report_id","agency_id")
);
--> statement-breakpoint
CREATE TABLE "roll_up_take" (
	"report_id" uuid PRIMARY KEY NOT NULL,
	"basis" text NOT NULL,
	"include_vertical" boolean NOT NULL,
	"lower_governments" text NOT NULL,
	"format" text NOT NULL,
	"coverage" jsonb NOT NULL,
	"figures" "bytea" NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	"taken_by" text NOT NULL,
	"taken_by_name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_entry" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"agency_id" uuid NOT NULL,
	"report_id" uuid,
	"standing" text NOT NULL,
	"year" integer,
	"version" integer,
	"place" text,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"words" "tsvector" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "similar_pair" (
	"one_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"share_of_one" real NOT NULL,
	"share_of_other" real NOT NULL,
	CONSTRAINT "similar_pair_one_id_other_id_pk" PRIMARY KEY("one_id","other_id")
);
--> statement-breakpoint
CREATE TABLE "similar_text" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"report_id" uuid NOT NULL,
	"standing" text NOT NULL,
	"agency_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"current" boolean NOT NULL,
	"length" integer NOT NULL,
	"bands" integer[] NOT NULL,
	CONSTRAINT "similar_text_reportId_standing_unique" UNIQUE("report_id","standing")
);
--> statement-breakpoint
ALTER TABLE "publication" ADD COLUMN "figures" "bytea";--> statement-breakpoint
ALTER TABLE "report" ADD COLUMN "figures" "bytea";--> statement-breakpoint
ALTER TABLE "roll_up_addition" ADD CONSTRAINT "roll_up_addition_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_up_source" ADD CONSTRAINT "roll_up_source_report_id_roll_up_take_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."roll_up_take"("report_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_up_source" ADD CONSTRAINT "roll_up_source_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_up_take" ADD CONSTRAINT "roll_up_take_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_entry" ADD CONSTRAINT "search_entry_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_entry" ADD CONSTRAINT "search_entry_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "similar_pair" ADD CONSTRAINT "similar_pair_one_id_similar_text_id_fk" FOREIGN KEY ("one_id") REFERENCES "public"."similar_text"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "similar_pair" ADD CONSTRAINT "similar_pair_other_id_similar_text_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."similar_text"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "similar_text" ADD CONSTRAINT "similar_text_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "similar_text" ADD CONSTRAINT "similar_text_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "search_entry_words_index" ON "search_entry" USING gin ("words");--> statement-breakpoint
CREATE INDEX "search_entry_report_id_index" ON "search_entry" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "search_entry_agency_id_kind_index" ON "search_entry" USING btree ("agency_id","kind");--> statement-breakpoint
CREATE INDEX "similar_pair_other_id_index" ON "similar_pair" USING btree ("other_id");--> statement-breakpoint
CREATE INDEX "similar_pair_year_index" ON "similar_pair" USING btree ("year");--> statement-breakpoint
CREATE INDEX "similar_text_agency_id_year_index" ON "similar_text" USING btree ("agency_id","year");--> statement-breakpoint
CREATE INDEX "similar_text_bands_index" ON "similar_text" USING gin ("bands");