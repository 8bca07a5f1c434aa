using InclusionPlatform.Beneficiaries.Assessments.Fragility;
using InclusionPlatform.Beneficiaries.Assessments.Icf;
using InclusionPlatform.Beneficiaries.Cases;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Assessments;

/// <summary>Reads an assessment.</summary>
internal sealed record GetAssessment(Guid CaseId, Guid Id) : IQuery<AssessmentRecord>;

/// <summary>An assessment. Signatures do not move its version: it is of what is signed.</summary>
/// <param name="Id">The assessment.</param>
/// <param name="Version">For If-Match.</param>
/// <param name="CaseId">The case.</param>
/// <param name="BeneficiaryId">The person.</param>
/// <param name="Kind">What is assessed.</param>
/// <param name="Moment">0 for T0, 1 for T1…</param>
/// <param name="HeldOn">Its day.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Content">What it says.</param>
/// <param name="Icf">The codes of an ICF sheet as they are written, with their names.</param>
/// <param name="Fragility">The fragility index: kept with a signed evaluation, as it would be with a draft; null where no formula is in force or something is missing.</param>
/// <param name="SignedOn">When the last signed.</param>
/// <param name="Signers">Who is asked to sign and who has.</param>
/// <param name="CanSign">Whether the reader's signature is asked for.</param>
/// <param name="CaseOpen">Whether the case is open.</param>
/// <param name="ChangedAt">When it was last written.</param>
/// <param name="ChangedByName">By whom.</param>
internal sealed record AssessmentRecord(
    Guid Id, int Version, Guid CaseId, Guid BeneficiaryId, AssessmentKind Kind, int Moment, DateOnly HeldOn, AssessmentState State, AssessmentContent Content, IReadOnlyList<IcfLine> Icf,
    FragilityIndex? Fragility, DateOnly? SignedOn, IReadOnlyList<NamedSigner> Signers, bool CanSign, bool CaseOpen, DateTimeOffset ChangedAt, string? ChangedByName);

/// <summary>A code as it is written.</summary>
/// <param name="Notation">The ICF code with its qualifiers, as it was written.</param>
/// <param name="Code">The ICF code without qualifiers.</param>
/// <param name="Name">What the code stands for; null if the code is not in the list.</param>
/// <param name="Facilitator">Whether an environmental factor helps rather than hinders.</param>
internal sealed record IcfLine(string Notation, string Code, string? Name, int? First, int? Second, int? Third, bool Facilitator, string? Note);

/// <summary>A professional by name; one without an account, with the membership by which they sign and at whose screen they did.</summary>
/// <param name="Name">Name and surname; null if the account is gone.</param>
internal sealed record NamedSigner(string? Name, DateTimeOffset? SignedAt, Guid? OutsideId, string? RecordedByName);

internal static class GetAssessmentEndpoint
{
    public static void MapGetAssessment(this IEndpointRouteBuilder cases) => cases
        .MapGet("/{caseId:guid}/assessments/{id:guid}", Handle)
        .WithName("getAssessment")
        .WithSummary("Read an assessment of a case; it is logged")
        .RequireRight(BeneficiariesModule.Read);

    private static async Task<Ok<AssessmentRecord>> Handle(Guid caseId, Guid id, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new GetAssessment(caseId, id), ct));
}

internal sealed class GetAssessmentHandler(AssessmentDesk desk, FragilityFormulas formulas, OutsideMembers outsideMembers, IColleagues colleagues, ICurrentUser user) : IRequestHandler<GetAssessment, AssessmentRecord>
{
    public async Task<AssessmentRecord> Handle(GetAssessment request, CancellationToken cancellationToken)
    {
        var (seen, row) = await desk.ReadAsync(request.CaseId, request.Id, cancellationToken);
        var content = desk.Open(row);
        var signers = await desk.SignersAsync(row.Id, cancellationToken);
        var accounts = await colleagues.NamesAsync(cancellationToken);
        var names = await outsideMembers.NamesAsync(request.CaseId, accounts, cancellationToken);
        var fragility = row.Kind is AssessmentKind.Multidimensional && row.State is AssessmentState.Draft
            ? await formulas.PreviewAsync(request.CaseId, row.HeldOn, content, cancellationToken) : content.Fragility;
        return new(
            row.Id, row.Version, request.CaseId, seen.BeneficiaryId, row.Kind, row.Moment, row.HeldOn, row.State, content,
            [.. (content.Icf ?? []).Select(one => new IcfLine(one.Item.Notation, one.Code, IcfCatalogue.NameOf(one.Code), one.First, one.Second, one.Third, one.Facilitator, one.Note))],
            fragility, row.SignedOn, [.. signers.Select(one => new NamedSigner(
                names.GetValueOrDefault(one.UserId), one.SignedAt, !accounts.ContainsKey(one.UserId) && names.ContainsKey(one.UserId) ? one.UserId : null,
                one.RecordedBy is { } by ? names.GetValueOrDefault(by) : null))],
            row.State is AssessmentState.ToSign && signers.Any(one => one.UserId == user.Id && one.SignedAt is null), seen.ClosedOn is null, row.ChangedAt, names.GetValueOrDefault(row.ChangedBy));
    }
}
