using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using InclusionPlatform.Beneficiaries.Appointments;
using InclusionPlatform.Beneficiaries.Assessments;
using InclusionPlatform.Beneficiaries.Attestations;
using InclusionPlatform.Beneficiaries.Cases;
using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Beneficiaries.Diary;
using InclusionPlatform.Beneficiaries.Documents;
using InclusionPlatform.Beneficiaries.Grants;
using InclusionPlatform.Beneficiaries.JobSearch;
using InclusionPlatform.Beneficiaries.JobSearch.Applications;
using InclusionPlatform.Beneficiaries.JobSearch.Curricula;
using InclusionPlatform.Beneficiaries.JobSearch.Mailboxes;
using InclusionPlatform.Beneficiaries.Outcomes;
using InclusionPlatform.Beneficiaries.Participation;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.PersonFile;
using InclusionPlatform.Beneficiaries.Plans;
using InclusionPlatform.Beneficiaries.Referrals;
using InclusionPlatform.Beneficiaries.Rights;
using InclusionPlatform.Beneficiaries.Rights.Copy;
using InclusionPlatform.Beneficiaries.Selection;
using InclusionPlatform.Beneficiaries.WorkProfiles;
using InclusionPlatform.CompanyNetwork.Integrations;
using InclusionPlatform.CompanyNetwork.Referrals;
using InclusionPlatform.Internships;
using InclusionPlatform.Internships.Allowances.Runs;
using InclusionPlatform.Internships.Attendance;
using InclusionPlatform.Internships.Closing;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Internships.Monitoring;
using InclusionPlatform.Internships.Rules;
using InclusionPlatform.Internships.Signing;
using InclusionPlatform.Internships.Suspensions;
using InclusionPlatform.Shared;
using InclusionPlatform.Shared.Identifiers;
using InclusionPlatform.Training.Enrolments;
using InclusionPlatform.Training.Integrations;
using CopyWords = InclusionPlatform.Beneficiaries.Rights.Copy.CopyWords;
using InternshipWords = InclusionPlatform.Internships.Integrations.CopyWords;
using TrainingPerson = InclusionPlatform.Training.Enrolments.Person;

namespace InclusionPlatform.UnitTests.Beneficiaries;

/// <summary>Whatever a person may find in the copy of their data has an Italian word: a new field or code without one fails here.</summary>
internal sealed class CopyRules
{
    private const CopyGlossary? Common = null;

    // What is added whole, with the words of the part that it goes into.
    private static readonly (Type Type, CopyGlossary? Part)[] Records =
    [
        (typeof(PersonIdentifiers), Common), (typeof(PersonContacts), Common), (typeof(PersonAddresses), Common), (typeof(HouseholdDetails), Common), (typeof(LabourServicesDetails), Common), (typeof(BenefitsDetails), Common),
        (typeof(BankAccountDetails), Common), (typeof(CurriculumDetails), Common), (typeof(WorkExperienceDetails), Common), (typeof(Consent), Common), (typeof(PersonMark), Common), (typeof(CaseTransfer), Common),
        (typeof(CaseClosure), PartWords.Outcomes), (typeof(WorkProfileDetails), PartWords.WorkProfile), (typeof(ReferralContent), PartWords.Referrals), (typeof(PlanContent), PartWords.Plans),
        (typeof(AssessmentContent), PartWords.Assessments), (typeof(AppointmentDetails), PartWords.Appointments), (typeof(SpecialAnswers), PartWords.Participation), (typeof(FrozenLines), PartWords.Selection),
        (typeof(CvFacts), PartWords.Curricula), (typeof(JobPathContent), PartWords.JobSearch), (typeof(JobSessionDetails), PartWords.JobSearch), (typeof(JobApplicationDetails), PartWords.JobSearch),
        (typeof(InternshipProposal), InternshipWords.Glossary), (typeof(VisitSheet), InternshipWords.Glossary), (typeof(EvaluationSheet), InternshipWords.Glossary), (typeof(TrainingPerson), CoursesAreCopied.Words),
    ];

    // Codes that are columns of what is added.
    private static readonly (string Field, Type Codes, CopyGlossary? Part)[] Columns =
    [
        ("sex", typeof(Sex), Common), ("gender", typeof(Gender), Common), ("mobility", typeof(Mobility), Common), ("section", typeof(PersonSection), Common), ("fields", typeof(PersonSection), Common),
        ("kind", typeof(PersonDocumentKind), Common), ("reason", typeof(CaseReason), Common), ("outcome", typeof(CaseOutcome), Common), ("role", typeof(MemberRole), Common), ("kind", typeof(DiaryKind), Common),
        ("kind", typeof(AppointmentKind), PartWords.Appointments), ("state", typeof(AppointmentState), PartWords.Appointments),
        ("state", typeof(PlanState), PartWords.Plans), ("way", typeof(SignatureWay), PartWords.Plans), ("state", typeof(StepState), PartWords.Plans),
        ("kind", typeof(AssessmentKind), PartWords.Assessments), ("state", typeof(AssessmentState), PartWords.Assessments), ("state", typeof(ReferralState), PartWords.Referrals),
        ("consentKind", typeof(ConsentKind), PartWords.Selection), ("state", typeof(CandidateState), PartWords.Selection), ("kind", typeof(CandidateEventKind), PartWords.Selection),
        ("employment", typeof(EntryEmployment), PartWords.Participation), ("rural", typeof(Answer), PartWords.Participation), ("situation", typeof(FollowUpSituation), PartWords.Participation),
        ("sixMonthsSituation", typeof(FollowUpSituation), PartWords.Participation), ("kind", typeof(GrantKind), PartWords.Grants), ("state", typeof(GrantState), PartWords.Grants),
        ("state", typeof(JobPathState), PartWords.JobSearch), ("outcome", typeof(JobPathOutcome), PartWords.JobSearch), ("state", typeof(JobSessionState), PartWords.JobSearch), ("way", typeof(JobSessionWay), PartWords.JobSearch),
        ("channel", typeof(JobChannel), PartWords.JobSearch), ("state", typeof(JobApplicationState), PartWords.JobSearch), ("outcome", typeof(JobApplicationOutcome), PartWords.JobSearch),
        ("kind", typeof(JobNewsKind), PartWords.JobSearch), ("purpose", typeof(MailboxPurpose), PartWords.JobSearch), ("purpose", typeof(MailboxPurpose), PartWords.Accesses),
        ("purpose", typeof(DisclosurePurpose), PartWords.Accesses), ("by", typeof(ActorKind), PartWords.Accesses),
        ("kind", typeof(InternshipKind), InternshipWords.Glossary), ("state", typeof(InternshipState), InternshipWords.Glossary), ("outcome", typeof(Outcome), InternshipWords.Glossary),
        ("contract", typeof(JobContract), InternshipWords.Glossary), ("cause", typeof(InternshipCause), InternshipWords.Glossary), ("hostWork", typeof(HostWork), InternshipWords.Glossary),
        ("absence", typeof(Absence), InternshipWords.Glossary), ("signer", typeof(Signer), InternshipWords.Glossary), ("how", typeof(SignatureHow), InternshipWords.Glossary),
        ("reason", typeof(SuspensionReason), InternshipWords.Glossary), ("kind", typeof(VisitKind), InternshipWords.Glossary), ("kind", typeof(ExchangeChannel), InternshipWords.Glossary),
        ("stage", typeof(EvaluationStage), InternshipWords.Glossary), ("author", typeof(Evaluator), InternshipWords.Glossary), ("answer", typeof(HiringAnswer), InternshipWords.Glossary),
        ("state", typeof(PaymentState), InternshipWords.Glossary), ("state", typeof(EnrolmentState), CoursesAreCopied.Words), ("state", typeof(CompanyReferralState), ProposalsAreCopied.Words),
        ("declineReason", typeof(CompanyDeclineReason), ProposalsAreCopied.Words),
    ];

    // Read as something else: ContentsAsRead gives the codes of ICF with their names; what a day of hours says in words is in its fields.
    private static readonly Type[] Projected = [typeof(IcfReading), typeof(Words)];

    [Test]
    public void Copy_WhateverItHolds_HasAnItalianWordForIt()
    {
        SortedSet<string> missing = new(StringComparer.Ordinal);
        foreach (var (type, part) in Records)
        {
            AddMissing(type, part, null, missing, []);
        }

        foreach (var (field, codes, part) in Columns)
        {
            AddMissing(codes, part, field, missing, []);
        }

        foreach (var sector in Sectors.All)
        {
            if (CopyWords.Code(null, "sectors", sector) is null || CopyWords.Code(null, "wishedSectors", sector) is null || CopyWords.Code(null, "sector", sector) is null)
            {
                missing.Add($"sector {sector}");
            }
        }

        missing.UnionWith(InternshipRules.All.Where(rule => InternshipWords.Glossary.Code("rule", rule.Code) is null).Select(rule => $"rule {rule.Code}"));
        missing.UnionWith(Enum.GetValues<SensitiveGroup>().Select(group => $"disclose-{group.Code()}").Where(purpose => CopyWords.Code(PartWords.Accesses, "purpose", purpose) is null));

        Assert.That(missing, Is.Empty);
    }

    [TestCase("monthlyCents", "40000", "400,00 €")]
    [TestCase("cents", "123456", "1.234,56 €")]
    [TestCase("minutes", "90", "1 ora e 30 minuti")]
    [TestCase("weeklyHours", "22.5", "22,5")]
    [TestCase("present", "true", "Sì")]
    [TestCase("municipality", "\"044023\"", "Grottammare (AP)")]
    [TestCase("citizenship", "\"IT\"", "Italia")]
    [TestCase("wishedSectors", "\"catering,trade\"", "Ristorazione, commercio")]
    [TestCase("endedOn", "\"2026-10-01\"", "01/10/2026")]
    [TestCase("month", "\"2026-10\"", "ottobre 2026")]
    [TestCase("textVersion", "\"2026-10\"", "2026-10")]
    [TestCase("from", "\"09:00:00\"", "09:00")]
    [TestCase("singleParent", "\"True\"", "Sì")]
    [TestCase("birthplace", "\"H769\"", "San Benedetto del Tronto (AP)")]
    [TestCase("contract", "\"fixedTerm\"", "Tempo determinato")]
    [TestCase("at", "\"2026-11-23T09:00:00+00:00\"", "23/11/2026 10:00")]
    [TestCase("note", "\"2026-99-23\"", "2026-99-23")]
    [TestCase("note", "\"Sta bene, lavora\"", "Sta bene, lavora")]
    public void Value_WhateverItIs_IsReadAsInItaly(string field, string json, string read) => Assert.That(CopyWords.Written(null, field, JsonNode.Parse(json)!.AsValue()), Is.EqualTo(read));

    [Test]
    public void Page_WhateverTheLanguage_IsItalianAndLeavesOutWhatOnlyMachinesNeed()
    {
        var before = System.Globalization.CultureInfo.CurrentUICulture;
        try
        {
            System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo("en");
            var copy = new PersonCopy();
            copy.Add("plans", new("Progetti", "Plans"), [new
            {
                Id = Guid.NewGuid(), Version = 3, Number = 1, State = "inForce", Content = new { Wishes = "Un lavoro", UserIds = new[] { Guid.NewGuid() } }, Signatures = Array.Empty<object>(), Empty = new { Note = (string?)null },
            }], PartWords.Plans);
            copy.Add("nothing", new("Nulla", "Nothing"), [new { Id = Guid.NewGuid(), Items = Array.Empty<object>() }]);

            var page = CopyPage.Write(new(copy, new Dictionary<Guid, InclusionPlatform.Shared.Documents.KeptDocument>(), 0, new(2026, 11, 30)), []);

            Assert.That(page, Does.Contain("<dl><dt>Versione</dt><dd>1</dd><dt>Stato</dt><dd>In vigore</dd><dt>Che cosa desidera</dt><dd>Un lavoro</dd></dl>").And.Not.Contain("Nulla"));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentUICulture = before;
        }
    }

    [Test]
    public void Icf_IsReadWithItsNameAndSkillsWithTheNameOfTheirLevel()
    {
        var read = JsonSerializer.SerializeToNode(ContentsAsRead.Of(new AssessmentContent(
            null, null, new(Guid.NewGuid(), "Griglia", ["non ancora", "con aiuto"], [new("Ambito", "Puntualità", null, 1, null)]), [new("d850", 3, 4, false, "In cucina")], null, null)))!;

        Assert.That(read["Skills"]!["Skills"]![0]!["LevelName"]!.ToString(), Is.EqualTo("con aiuto"));
        Assert.That(read["Icf"]!.ToJsonString(), Does.Contain("d850.34").And.Contain("In cucina").And.Contain("\"Name\"").And.Not.Contain("First"));
    }

    private static void AddMissing(Type type, CopyGlossary? part, string? field, SortedSet<string> missing, HashSet<(Type, string?)> seen)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (!seen.Add((type, field)) || Projected.Contains(type) || type == typeof(Guid))
        {
            return;
        }

        if (type.IsEnum)
        {
            missing.UnionWith(Enum.GetNames(type).Select(name => JsonNamingPolicy.CamelCase.ConvertName(name)).Where(code => CopyWords.Code(part, field!, code) is null).Select(code => $"{field} {type.Name}.{code}"));
        }
        else if (type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable)))
        {
            AddMissing(type.GetGenericArguments()[0], part, field, missing, seen);
        }
        else if (type.Namespace!.StartsWith("InclusionPlatform", StringComparison.Ordinal))
        {
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            {
                var (name, of) = (JsonNamingPolicy.CamelCase.ConvertName(property.Name), Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);
                var isTechnical = name is "id" or "version" || of == typeof(Guid) || of.GetGenericArguments() is [var item] && item == typeof(Guid);
                if (!isTechnical && CopyWords.Named(part, field, name) is null)
                {
                    missing.Add($"{type.Name}.{name}");
                }

                AddMissing(property.PropertyType, part, name, missing, seen);
            }
        }
    }
}
