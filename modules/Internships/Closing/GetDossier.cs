using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Internships.Attendance;
using InclusionPlatform.Internships.Closing.Rules;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Internships.Monitoring;
using InclusionPlatform.Internships.Rules;
using InclusionPlatform.Shared.Documents;
using InclusionPlatform.Shared.TextDocuments;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Closing;

/// <summary>Reads what the individual dossier and the final attestation are made of.</summary>
internal sealed record GetDossier(Guid Id) : IQuery<InternshipDossier>;

/// <summary>The dossier or the attestation as DOCX.</summary>
internal sealed record PrintClosing(Guid Id, ClosingPaperKind Paper) : IQuery<DocumentContent>;

/// <summary>Which paper.</summary>
internal enum ClosingPaperKind
{
    Dossier,
    Attestation,
}

/// <summary>
/// The internship as a whole. Minutes are those of all registers beside those of the days on which it ran, holidays and suspensions left out; it may be attested when it is over and the
/// presence is enough. Skills are those of the final evaluations before those on the way, the tutor's before the educator's, the intern's own last.
/// </summary>
internal sealed record InternshipDossier(
    string PersonName, DateOnly BirthDate, string CompanyName, string? MunicipalityName, string? Workplace, InternshipKind Kind, Modulation Modulation, DateOnly StartsOn, DateOnly EndsOn, DateOnly? EndedOn,
    int WeeklyHours, string Duties, string HostTutor, string? PromoterTutorName, string? Programme, Outcome? Outcome, JobContract? Contract, DateOnly? HiredOn, int WorkedMinutes, int PlannedMinutes,
    int PresencePercent, bool MayBeAttested, IReadOnlyList<AttestedSkill> Skills, IReadOnlyList<AttestedObjective> Objectives, int Visits, int Interviews, string ServiceName);

/// <summary>A skill with its level and who said it.</summary>
internal sealed record AttestedSkill(string Code, string Name, SkillLevel Level, string LevelName, Evaluator By);

/// <summary>An objective with its level, where one was seen.</summary>
internal sealed record AttestedObjective(string Objective, SkillLevel? Level, string? LevelName);

internal static class GetDossierEndpoint
{
    public static void MapGetDossier(this IEndpointRouteBuilder internships)
    {
        internships.MapGet("/{id:guid}/dossier", Read).WithName("getDossier").WithSummary("Read the individual dossier of an internship").RequireRight(InternshipsModule.Read);
        internships.MapGet("/{id:guid}/dossier/document", Dossier).WithName("downloadDossier").WithSummary("Download the individual dossier as DOCX; it is logged").RequireRight(InternshipsModule.Read);
        internships.MapGet("/{id:guid}/attestation/document", Attestation).WithName("downloadAttestation").WithSummary("Download the final attestation as DOCX; it is logged").RequireRight(InternshipsModule.Read);
    }

    private static async Task<Ok<InternshipDossier>> Read(Guid id, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new GetDossier(id), ct));

    private static async Task<FileContentHttpResult> Dossier(Guid id, HttpContext http, IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(new PrintClosing(id, ClosingPaperKind.Dossier), ct)).AsDownload(http);

    private static async Task<FileContentHttpResult> Attestation(Guid id, HttpContext http, IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(new PrintClosing(id, ClosingPaperKind.Attestation), ct)).AsDownload(http);
}

internal sealed class GetDossierHandler(
    IDbSession db, VisibleInternships internships, EvaluationBook evaluations, RegisterReader registers, IMediator mediator, IColleagues colleagues, Links.LinkMail service, IAuditTrail audit)
    : IRequestHandler<GetDossier, InternshipDossier>, IRequestHandler<PrintClosing, DocumentContent>
{
    private const string SelectCounts = """
        select (select coalesce(sum(minutes), 0) from internships_attendance_month where internship_id = @Id) as Minutes,
               (select count(*) from internships_visit where internship_id = @Id and state = 'done' and kind = 'visit') as Visits,
               (select count(*) from internships_visit where internship_id = @Id and state = 'done' and kind = 'interview') as Interviews
        """;

    public async Task<InternshipDossier> Handle(GetDossier request, CancellationToken cancellationToken)
    {
        var (row, forCase) = await internships.FindAsync(request.Id, cancellationToken);
        if (row.State is InternshipState.Proposed or InternshipState.Cancelled)
        {
            throw WrongState.Of(row.State);
        }

        audit.Reads("internship", row.Id, "dossier");
        audit.Reads("beneficiary", row.BeneficiaryId, "internship-dossier");
        var company = (await mediator.Send(new DescribeCompanies([row.CompanyId]), cancellationToken)) is [var label, ..] ? label : null;
        var names = await colleagues.NamesAsync(cancellationToken);
        var counts = (await db.FindAsync<Counts>(SelectCounts, new { row.Id }, cancellationToken))!;
        var subject = RegisterSubject.Of(row);
        var planned = Planned(subject, await registers.UsualDaysAsync(subject, cancellationToken), await registers.SuspendedAsync(subject, cancellationToken));
        var given = (await evaluations.AllAsync(row.Id, names, cancellationToken)).OrderByDescending(one => one.Stage).ThenBy(one => one.Author).ToArray();
        var over = row.State is InternshipState.Ended or InternshipState.EndedEarly;
        return new(
            forCase.DisplayName, forCase.BirthDate, company?.Name ?? "", company?.MunicipalityName, row.Workplace, row.Kind, row.Modulation, row.StartsOn, row.EndsOn, row.EndedOn, row.WeeklyHours, row.Duties,
            row.HostTutor, names.GetValueOrDefault(row.PromoterTutorId), row.Programme, row.Outcome, row.Contract, row.HiredOn, counts.Minutes, planned,
            AttestationNeedsPresence.Of(counts.Minutes, planned), over && AttestationNeedsPresence.Holds(counts.Minutes, planned),
            [.. given.SelectMany(one => one.Sheet.Skills.Select(skill => new AttestedSkill(skill.Code, SkillCatalogue.NameOf(skill.Code), skill.Level, SkillCatalogue.NameOf(skill.Level), one.Author)))
                .DistinctBy(skill => skill.Code)],
            [.. ProjectObjectives.Of(row.Objectives).Select(objective =>
            {
                var seen = given.SelectMany(one => one.Sheet.Objectives).FirstOrDefault(one => one.Objective == objective && one.Level is not null);
                return new AttestedObjective(objective, seen?.Level, seen?.Level is { } level ? SkillCatalogue.NameOf(level) : null);
            })],
            counts.Visits, counts.Interviews, service.ServiceName);
    }

    public async Task<DocumentContent> Handle(PrintClosing request, CancellationToken cancellationToken)
    {
        var dossier = await Handle(new GetDossier(request.Id), cancellationToken);
        audit.Exports("internship", request.Paper is ClosingPaperKind.Dossier ? "download-dossier" : "download-attestation");
        if (request.Paper is ClosingPaperKind.Dossier)
        {
            return new(new Words("dossier-tirocinio.docx", "internship-dossier.docx").ToString(), DocxWriter.MediaType, ClosingPaper.Dossier(dossier));
        }

        if (dossier.EndedOn is null)
        {
            throw new ConflictException("internship.not-over", new("Il tirocinio non è ancora concluso.", "The internship is not over yet."));
        }

        AttestationNeedsPresence.Check(dossier.WorkedMinutes, dossier.PlannedMinutes);
        return new(new Words("attestazione-tirocinio.docx", "internship-attestation.docx").ToString(), DocxWriter.MediaType, ClosingPaper.Attestation(dossier));
    }

    private static int Planned(RegisterSubject subject, UsualDays usual, IReadOnlyList<Span> suspended)
    {
        var minutes = 0;
        for (var day = subject.FirstDay; day <= subject.LastDay; day = day.AddDays(1))
        {
            minutes += suspended.Any(span => span.First <= day && day <= span.Last) ? 0 : usual.MinutesOn(day);
        }

        return minutes;
    }

    private sealed record Counts(int Minutes, int Visits, int Interviews);
}
