using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Internships.Closing.Rules;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Internships.Monitoring;
using InclusionPlatform.Internships.Papers;
using InclusionPlatform.Shared.Documents;
using InclusionPlatform.Shared.TextDocuments;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Closing;

/// <summary>Reads what the individual dossier and the final attestation are made of.</summary>
internal sealed record GetDossier(Guid Id) : IQuery<InternshipDossier>;

/// <summary>The dossier or the attestation as DOCX, from the template in force.</summary>
internal sealed record PrintClosing(Guid Id, ClosingPaperKind Paper) : IQuery<DocumentContent>;

/// <summary>Which paper.</summary>
internal enum ClosingPaperKind
{
    Dossier,
    Attestation,
}

/// <summary>
/// The internship as a whole, as <see cref="ClosingFacts"/> tells it; it may be attested when it is over and the presence is enough.
/// </summary>
/// <param name="Workplace">Where it took place, if not simply at the company's seat.</param>
/// <param name="EndedOn">Day on which it really ended; null while it runs.</param>
/// <param name="Duties">What the person did there.</param>
/// <param name="Programme">Programme that funded it, in words; null if none is named.</param>
/// <param name="PresencePercent">Presence in per cent of the hours planned.</param>
/// <param name="MayBeAttested">Whether it is over and the presence is enough to be attested.</param>
/// <param name="Visits">How many monitoring visits were made.</param>
/// <param name="ServiceName">Name of the service, as papers carry it.</param>
internal sealed record InternshipDossier(
    string PersonName, DateOnly BirthDate, string CompanyName, string? MunicipalityName, string? Workplace, InternshipKind Kind, Modulation Modulation, DateOnly StartsOn, DateOnly EndsOn, DateOnly? EndedOn,
    decimal WeeklyHours, string Duties, string HostTutor, string? PromoterTutorName, string? Programme, Outcome? Outcome, JobContract? Contract, DateOnly? HiredOn, int WorkedMinutes, int PlannedMinutes,
    int PresencePercent, bool MayBeAttested, IReadOnlyList<AttestedSkill> Skills, IReadOnlyList<AttestedObjective> Objectives, int Visits, int Interviews, string ServiceName);

/// <summary>A skill with its level and who said it.</summary>
/// <param name="Code">Code of the skill.</param>
/// <param name="Name">The skill in words.</param>
internal sealed record AttestedSkill(string Code, string Name, SkillLevel Level, string LevelName, Evaluator By);

/// <summary>An objective with its level, where one was seen.</summary>
/// <param name="Objective">The objective, as the project has it.</param>
internal sealed record AttestedObjective(string Objective, SkillLevel? Level, string? LevelName);

internal static class GetDossierEndpoint
{
    public static void MapGetDossier(this IEndpointRouteBuilder internships)
    {
        internships.MapGet("/{id:guid}/dossier", Read).WithName("getDossier").WithSummary("Read the individual dossier of an internship").RequireRight(InternshipsModule.Read);
        internships.MapGet("/{id:guid}/dossier/document", Dossier).WithName("downloadDossier").WithSummary("Download the individual dossier as DOCX; it is logged").Produces(StatusCodes.Status200OK, contentType: DocxWriter.MediaType).RequireRight(InternshipsModule.Read);
        internships.MapGet("/{id:guid}/attestation/document", Attestation).WithName("downloadAttestation").WithSummary("Download the final attestation as DOCX; it is logged").Produces(StatusCodes.Status200OK, contentType: DocxWriter.MediaType).RequireRight(InternshipsModule.Read);
    }

    private static async Task<Ok<InternshipDossier>> Read(Guid id, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new GetDossier(id), ct));

    private static async Task<FileContentHttpResult> Dossier(Guid id, HttpContext http, IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(new PrintClosing(id, ClosingPaperKind.Dossier), ct)).AsDownload(http);

    private static async Task<FileContentHttpResult> Attestation(Guid id, HttpContext http, IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(new PrintClosing(id, ClosingPaperKind.Attestation), ct)).AsDownload(http);
}

internal sealed class GetDossierHandler(
    VisibleInternships internships, Skills.SkillTable skills, ClosingReader closing, PaperReader papers, TemplateShelf shelf, IMediator mediator, IColleagues colleagues, Links.LinkMail service, IAuditTrail audit)
    : IRequestHandler<GetDossier, InternshipDossier>, IRequestHandler<PrintClosing, DocumentContent>
{
    public async Task<InternshipDossier> Handle(GetDossier request, CancellationToken cancellationToken)
    {
        var (row, forCase) = await FindAsync(request.Id, cancellationToken);
        var company = (await mediator.Send(new DescribeCompanies([row.CompanyId]), cancellationToken)) is [var label, ..] ? label : null;
        var names = await colleagues.NamesAsync(cancellationToken);
        var facts = await closing.OfAsync(row, cancellationToken);
        var book = await skills.ReadAsync(cancellationToken);
        return new(
            forCase.DisplayName, forCase.BirthDate, company?.Name ?? "", company?.MunicipalityName, row.Workplace, row.Kind, row.Modulation, row.StartsOn, row.EndsOn, row.EndedOn, row.WeeklyHours, row.Duties,
            row.HostTutor, names.GetValueOrDefault(row.PromoterTutorId), row.Programme, row.Outcome, row.Contract, row.HiredOn, facts.WorkedMinutes, facts.PlannedMinutes,
            facts.PresencePercent, row.IsOver && facts.SufficesForAttestation,
            [.. facts.Skills.Select(skill => new AttestedSkill(skill.Code, book.NameOf(skill.Code), skill.Level, SkillCatalogue.NameOf(skill.Level), skill.By))],
            [.. facts.Objectives.Select(one => new AttestedObjective(one.Objective, one.Level, one.Level is { } level ? SkillCatalogue.NameOf(level) : null))],
            facts.Visits, facts.Interviews, service.ServiceName);
    }

    public async Task<DocumentContent> Handle(PrintClosing request, CancellationToken cancellationToken)
    {
        var (row, forCase) = await FindAsync(request.Id, cancellationToken);
        var (kind, purpose) = request.Paper is ClosingPaperKind.Dossier ? (PaperKind.Dossier, "download-dossier") : (PaperKind.Attestation, "download-attestation");
        var facts = await papers.OfAsync(row, forCase, cancellationToken);
        if (kind is PaperKind.Attestation)
        {
            AttestationNeedsPresence.Check(row.IsOver, facts.Closing);
        }

        audit.Exports("internship", purpose);
        var template = (await shelf.InForceAsync(cancellationToken)).GetValueOrDefault(kind);
        var form = await shelf.OpenAsync(kind, template, cancellationToken);
        var content = form.Fill((await papers.OpenedForAsync(form, facts, cancellationToken)).ValuesOf(kind, ""));
        return new(
            (kind is PaperKind.Dossier ? new Words("dossier-tirocinio.docx", "internship-dossier.docx") : new Words("attestazione-tirocinio.docx", "internship-attestation.docx")).ToString(), DocxWriter.MediaType, content);
    }

    private async Task<(InternshipRow Row, CaseFacts Case)> FindAsync(Guid id, CancellationToken ct)
    {
        var found = await internships.FindAsync(id, ct);
        if (found.Row.State is InternshipState.Proposed or InternshipState.Cancelled)
        {
            throw WrongState.Of(found.Row.State);
        }

        audit.Reads("internship", found.Row.Id, "dossier");
        audit.Reads("beneficiary", found.Row.BeneficiaryId, "internship-dossier");
        return found;
    }
}
