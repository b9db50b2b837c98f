-- CreateEnum
CREATE TYPE "ProductType" AS ENUM ('CORE', 'OPTION');

-- CreateEnum
CREATE TYPE "ProgressState" AS ENUM ('TO_COMPLETE', 'IN_PROGRESS', 'DONE');

-- CreateEnum
CREATE TYPE "Act" AS ENUM ('EVALUATION', 'PROJECTION');

-- CreateEnum
CREATE TYPE "ResponseStatus" AS ENUM ('DRAFT', 'VALIDATED');

-- AlterTable
ALTER TABLE "Subject" ADD COLUMN     "archivedAt" TIMESTAMPTZ(3),
ADD COLUMN     "certifications" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "creationKey" UUID,
ADD COLUMN     "declared" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "qualifiedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "Product" (
    "subjectId" UUID NOT NULL,
    "version" TEXT NOT NULL,
    "type" "ProductType" NOT NULL,
    "nil" TEXT NOT NULL DEFAULT '',
    "description" TEXT NOT NULL,
    "coreId" UUID,
    "published" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Product_pkey" PRIMARY KEY ("subjectId")
);

-- CreateTable
CREATE TABLE "Enrolment" (
    "id" UUID NOT NULL,
    "subjectId" UUID NOT NULL,
    "demarche" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdBy" TEXT NOT NULL,
    "state" "ProgressState" NOT NULL DEFAULT 'TO_COMPLETE',
    "computedFor" TEXT NOT NULL DEFAULT '',
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "Enrolment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProgressItem" (
    "enrolmentId" UUID NOT NULL,
    "questionnaire" TEXT NOT NULL,
    "act" "Act" NOT NULL,
    "position" INTEGER NOT NULL,
    "state" "ProgressState" NOT NULL,
    "closed" BOOLEAN NOT NULL DEFAULT false,
    "done" INTEGER NOT NULL,
    "total" INTEGER NOT NULL,
    "attained" BOOLEAN,
    "shortfalls" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ProgressItem_pkey" PRIMARY KEY ("enrolmentId","questionnaire","act")
);

-- CreateTable
CREATE TABLE "Response" (
    "id" UUID NOT NULL,
    "subjectId" UUID NOT NULL,
    "questionnaire" TEXT NOT NULL,
    "act" "Act" NOT NULL DEFAULT 'EVALUATION',
    "status" "ResponseStatus" NOT NULL DEFAULT 'DRAFT',
    "number" INTEGER,
    "versionId" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedBy" TEXT NOT NULL,
    "requestedAt" TIMESTAMPTZ(3),
    "requestedBy" TEXT,
    "validatedAt" TIMESTAMPTZ(3),
    "validatedBy" TEXT,
    "frozen" JSONB,

    CONSTRAINT "Response_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Answer" (
    "responseId" UUID NOT NULL,
    "criterion" TEXT NOT NULL,
    "level" SMALLINT,
    "notApplicable" BOOLEAN NOT NULL DEFAULT false,
    "comment" TEXT NOT NULL DEFAULT '',
    "optionId" UUID,
    "target" JSONB,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredById" UUID NOT NULL,
    "answeredBy" TEXT NOT NULL,

    CONSTRAINT "Answer_pkey" PRIMARY KEY ("responseId","criterion")
);

-- CreateTable
CREATE TABLE "AxisMean" (
    "subjectId" UUID NOT NULL,
    "demarche" TEXT NOT NULL,
    "questionnaire" TEXT NOT NULL,
    "axis" TEXT NOT NULL,
    "sum" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "AxisMean_pkey" PRIMARY KEY ("subjectId","demarche","questionnaire","axis")
);

-- CreateTable
CREATE TABLE "Rereading" (
    "subjectId" UUID NOT NULL,
    "questionnaire" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "changedBy" TEXT NOT NULL,
    "appeared" TEXT[],
    "vanished" TEXT[],

    CONSTRAINT "Rereading_pkey" PRIMARY KEY ("subjectId","questionnaire")
);

-- CreateIndex
CREATE INDEX "Product_coreId_idx" ON "Product"("coreId");

-- CreateIndex
CREATE INDEX "Enrolment_demarche_idx" ON "Enrolment"("demarche");

-- CreateIndex
CREATE UNIQUE INDEX "Enrolment_subjectId_demarche_key" ON "Enrolment"("subjectId", "demarche");

-- CreateIndex
CREATE INDEX "Response_versionId_idx" ON "Response"("versionId");

-- CreateIndex
CREATE UNIQUE INDEX "Response_subjectId_questionnaire_act_number_key" ON "Response"("subjectId", "questionnaire", "act", "number");

-- CreateIndex
CREATE INDEX "Answer_optionId_idx" ON "Answer"("optionId");

-- CreateIndex
CREATE INDEX "AxisMean_demarche_questionnaire_axis_idx" ON "AxisMean"("demarche", "questionnaire", "axis");

-- CreateIndex
CREATE UNIQUE INDEX "Subject_creationKey_key" ON "Subject"("creationKey");

-- AddForeignKey
ALTER TABLE "Product" ADD CONSTRAINT "Product_subjectId_fkey" FOREIGN KEY ("subjectId") REFERENCES "Subject"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Product" ADD CONSTRAINT "Product_coreId_fkey" FOREIGN KEY ("coreId") REFERENCES "Subject"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enrolment" ADD CONSTRAINT "Enrolment_subjectId_fkey" FOREIGN KEY ("subjectId") REFERENCES "Subject"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgressItem" ADD CONSTRAINT "ProgressItem_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Response" ADD CONSTRAINT "Response_subjectId_fkey" FOREIGN KEY ("subjectId") REFERENCES "Subject"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Response" ADD CONSTRAINT "Response_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "PublishedVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES "Response"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_optionId_fkey" FOREIGN KEY ("optionId") REFERENCES "Subject"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AxisMean" ADD CONSTRAINT "AxisMean_subjectId_fkey" FOREIGN KEY ("subjectId") REFERENCES "Subject"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rereading" ADD CONSTRAINT "Rereading_subjectId_fkey" FOREIGN KEY ("subjectId") REFERENCES "Subject"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Products that were there before have their record.
INSERT INTO "Product" ("subjectId", "version", "type", "description")
SELECT "id", '1.0', 'CORE', '' FROM "Subject" WHERE "kind" = 'PRODUCT';

-- One strategy a company.
CREATE UNIQUE INDEX "Subject_one_strategy" ON "Subject" ("companyId") WHERE "kind" = 'STRATEGY';

-- One draft for each subject, questionnaire and act; the last validated is found at once.
CREATE UNIQUE INDEX "Response_one_draft" ON "Response" ("subjectId", "questionnaire", "act") WHERE "status" = 'DRAFT';


ALTER TABLE "Answer" ADD CONSTRAINT "Answer_level" CHECK ("level" IS NULL OR ("level" BETWEEN 0 AND 3 AND NOT "notApplicable"));
ALTER TABLE "Product" ADD CONSTRAINT "Product_core" CHECK ("coreId" IS NULL OR "type" = 'OPTION');
ALTER TABLE "Response" ADD CONSTRAINT "Response_number" CHECK (("status" = 'VALIDATED') = ("number" IS NOT NULL AND "validatedAt" IS NOT NULL AND "frozen" IS NOT NULL));
