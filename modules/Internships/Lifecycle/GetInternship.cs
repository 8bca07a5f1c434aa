using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Internships.Course;
using InclusionPlatform.Internships.Signing;
using InclusionPlatform.Internships.Suspensions;
using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.Internships.Lifecycle;

/// <summary>Reads an internship.</summary>
internal sealed record GetInternship(Guid Id) : IQuery<InternshipRecord>;

/// <param name="CompanyMunicipality">Name of the municipality of the company.</param>
/// <param name="Seasonal">The host works by season: one month is enough.</param>
/// <param name="MealsProvided">The host gives meals, which lowers the least allowance in some regions.</param>
/// <param name="Duties">What the person does there.</param>
/// <param name="Objectives">What the person is to learn.</param>
/// <param name="Programme">Programme that funds it, in words; null if none is named.</param>
/// <param name="AllowanceCents">Euro cents gross a month.</param>
/// <param name="ConventionNumber">Number of the convention that covers it; null without one.</param>
/// <param name="MissingDocuments">Codes of the papers without which it cannot start.</param>
/// <param name="CommunicationDueOn">Day by which the compulsory communication must be sent.</param>
/// <param name="EndedOn">Day on which it really ended; null until then.</param>
/// <param name="HiredOn">First day of the contract; null if the person was not hired.</param>
/// <param name="Reason">Why it ended, in words.</param>
/// <param name="History">What happened to it, step by step.</param>
internal sealed record InternshipRecord(
    Guid Id, int Version, InternshipState State, InternshipKind Kind, Modulation Modulation, Guid CaseId, Guid BeneficiaryId, string PersonName, Guid CompanyId,
    string CompanyName, string? CompanyMunicipality, DateOnly StartsOn, DateOnly EndsOn, decimal WeeklyHours, bool Seasonal, bool MealsProvided, string Duties,
    string Objectives, HostType HostType, string Region, string HostTutor, Guid PromoterTutorId, string? PromoterTutorName, string? Programme, long AllowanceCents,
    InternshipDocuments Documents, string? ConventionNumber, IReadOnlyList<string> MissingDocuments, DateOnly CommunicationDueOn, DateOnly? EndedOn, Outcome? Outcome, JobContract? Contract,
    DateOnly? HiredOn, string? Reason, IReadOnlyList<InternshipMoment> History) : IVersioned
{
    /// <summary>Rules that were set aside, the last first; withdrawn ones too.</summary>
    public required IReadOnlyList<ShownOverride> SetAside { get; init; }

    /// <summary>Where it stands, step by step.</summary>
    public required InternshipStage Stage { get; init; }

    /// <summary>Since when the project is with those who sign it.</summary>
    public required DateTimeOffset? ToSignAt { get; init; }

    /// <summary>Where it takes place, if not simply at the company's seat.</summary>
    public required string? Workplace { get; init; }

    /// <summary>From when to when on each weekday; empty where the project does not say.</summary>
    public required IReadOnlyList<Rules.DayHours> Hours { get; init; }

    /// <summary>The training on safety at work.</summary>
    public required Rules.SafetyFacts Safety { get; init; }

    /// <summary>Who follows the case for the public service in charge.</summary>
    public required string? CaseManager { get; init; }

    /// <summary>Whether the person worked for the host before; null while nobody asked.</summary>
    public required HostWork? HostWork { get; init; }

    /// <summary>When that work ended.</summary>
    public required DateOnly? HostWorkEndedOn { get; init; }

    /// <summary>By how many days suspensions moved the end.</summary>
    public required int SuspendedDays { get; init; }

    /// <summary>The typed reason of a cancellation or an early end.</summary>
    public required InternshipCause? Cause { get; init; }

    public required IReadOnlyList<ShownSuspension> Suspensions { get; init; }

    /// <summary>All three of the project, given or missing.</summary>
    public required IReadOnlyList<ShownSignature> Signatures { get; init; }

    public required IReadOnlyList<ShownExtension> Extensions { get; init; }

    public required IReadOnlyList<ShownAmendment> Amendments { get; init; }

    /// <summary>The communication of an end before the day that was known; null where none is due.</summary>
    public required ShownCessation? Cessation { get; init; }

    /// <summary>What is done next, once it began; null before.</summary>
    public required NextStep? NextStep { get; init; }
}

/// <summary>The mandatory communication of an early end.</summary>
/// <param name="DueOn">By when it is due (to verify).</param>
/// <param name="Protocol">Its protocol number, once it was sent.</param>
/// <param name="SentOn">When it was sent.</param>
internal sealed record ShownCessation(DateOnly DueOn, string? Protocol, DateOnly? SentOn);

internal static class GetInternshipEndpoint
{
    public static void MapGetInternship(this IEndpointRouteBuilder internships) => internships
        .MapGet("/{id:guid}", Handle)
        .WithName("getInternship")
        .WithSummary("Read an internship")
        .RequireRight(InternshipsModule.Read);

    private static async Task<VersionedOk<InternshipRecord>> Handle(Guid id, IMediator mediator, CancellationToken ct) => new(await mediator.Send(new GetInternship(id), ct));
}

internal sealed class GetInternshipHandler(IDbSession db, VisibleInternships internships, IMediator mediator, IColleagues colleagues, IFieldCipher cipher, RuleOverrides overrides, SuspensionBook suspensionBook, SignatureBook signatures, CourseReader course, InternshipHistory history, NextStepReader nextStep, IAuditTrail audit,
    TimeProvider clock)
    : IRequestHandler<GetInternship, InternshipRecord>
{
    public async Task<InternshipRecord> Handle(GetInternship request, CancellationToken cancellationToken)
    {
        var (row, forCase) = await internships.FindAsync(request.Id, cancellationToken);
        audit.Reads("internship", row.Id, "open-record");
        audit.Reads("beneficiary", row.BeneficiaryId, "open-internship");
        var company = (await mediator.Send(new DescribeCompanies([row.CompanyId]), cancellationToken)) is [var label, ..] ? label : null;
        var convention = row.ConventionId is { } id ? await db.FindAsync<ConventionPapers>(SelectConvention, new { Id = id }, cancellationToken) : null;
        var names = await colleagues.NamesAsync(cancellationToken);
        var suspensions = await suspensionBook.AllAsync(row.Id, cancellationToken);
        var extensions = await course.ExtensionsAsync(row, names, cancellationToken);
        var today = clock.Today();
        return new(
            row.Id, row.Version, row.State, row.Kind, row.Modulation, row.CaseId, row.BeneficiaryId, forCase.DisplayName, row.CompanyId, company?.Name ?? "", company?.MunicipalityName,
            row.StartsOn, row.EndsOn, row.WeeklyHours, row.Seasonal, row.MealsProvided, row.Duties, row.Objectives, row.HostType, row.Region, row.HostTutor, row.PromoterTutorId,
            names.GetValueOrDefault(row.PromoterTutorId), row.Programme, row.AllowanceCents, DocumentsOf(row), convention?.Number,
            row.State is InternshipState.Active || row.IsOver
                ? MissingDocuments.OfBegun(row.State, row.Documents, extensions.Any(one => one.IsToCommunicate), row is { CessationDueOn: not null, CessationProtocol: null })
                : MissingDocuments.Of(row.Documents, convention?.SignedOn is not null, convention?.InailPosition, convention?.LiabilityPolicy, row.HostType, row.Kind, row.StartsOn, today),
            Rules.CommunicationIsSent.Deadline(row.HostType, row.StartsOn), row.EndedOn, row.Outcome, row.Contract, row.HiredOn, cipher.Unprotect(row.ReasonCipher), HistoryOf(row, names, await history.AllAsync(row.Id, names, cancellationToken)))
        {
            SetAside = [.. (await overrides.AllAsync(row.Id, cancellationToken)).Select(aside => aside.Shown)],
            Stage = Stages.Of(row.State, row.ToSignAt is not null, row.IsSigned, suspensions.Any(one => one.FromOn <= today && (one.ToOn is null || one.ToOn >= today))),
            ToSignAt = row.ToSignAt,
            Workplace = row.Workplace,
            Hours = row.Plan.Hours?.Slots ?? [],
            Safety = row.Plan.Safety!,
            CaseManager = row.CaseManager,
            HostWork = row.HostWork,
            HostWorkEndedOn = row.HostWorkEndedOn,
            SuspendedDays = row.SuspendedDays,
            Cause = cipher.Unprotect(row.CauseCipher) is { } cause ? Enum.Parse<InternshipCause>(cause, ignoreCase: true) : null,
            Suspensions = suspensions,
            Signatures = await signatures.AllAsync(row, names, cancellationToken),
            Extensions = extensions,
            Amendments = await course.AmendmentsAsync(row.Id, names, cancellationToken),
            NextStep = await nextStep.OfAsync(row, extensions, suspensions, cancellationToken),
            Cessation = row.CessationDueOn is { } due ? new(due, row.CessationProtocol, row.CessationSentOn) : null,
        };
    }

    private static InternshipDocuments DocumentsOf(InternshipRow row) => new()
    {
        ConventionId = row.ConventionId,
        SignedByPersonOn = row.SignedByPersonOn,
        SignedByHostOn = row.SignedByHostOn,
        SignedByPromoterOn = row.SignedByPromoterOn,
        CommunicationProtocol = row.CommunicationProtocol,
        CommunicationSentOn = row.CommunicationSentOn,
        InailPosition = row.InailPosition,
        LiabilityPolicy = row.LiabilityPolicy,
        HostDeclaredOn = row.HostDeclaredOn,
        AttestedBy = row.AttestedBy,
        AttestedOn = row.AttestedOn,
    };

    /// <summary>The last first; of two at once the later step.</summary>
    private static IReadOnlyList<InternshipMoment> HistoryOf(InternshipRow row, IReadOnlyDictionary<Guid, string> names, IReadOnlyList<InternshipMoment> kept)
    {
        List<InternshipMoment> steps = [];
        if (row.ClosedAt is { } closed)
        {
            steps.Add(new(row.State is InternshipState.Cancelled ? "cancelled" : "ended", closed, names.GetValueOrDefault(row.ClosedBy ?? Guid.Empty)));
        }

        if (row.ActivatedAt is { } activated)
        {
            steps.Add(new("activated", activated, names.GetValueOrDefault(row.ActivatedBy ?? Guid.Empty)));
        }

        return [.. steps.Concat(kept).Append(new("proposed", row.CreatedAt, names.GetValueOrDefault(row.CreatedBy))).OrderByDescending(moment => moment.At)];
    }

    private const string SelectConvention = "select number as Number, signature_on as SignedOn, inail_position as InailPosition, liability_policy as LiabilityPolicy from internships_convention where id = @Id";

    private sealed record ConventionPapers(string Number, DateOnly? SignedOn, string? InailPosition, string? LiabilityPolicy);
}
