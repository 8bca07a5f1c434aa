using System.Globalization;
using InclusionPlatform.Beneficiaries.Plans.Rules;
using InclusionPlatform.Shared.Documents;
using InclusionPlatform.Shared.TextDocuments;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Plans;

/// <summary>The plan as a DOCX, to be printed, read together and signed on paper.</summary>
internal sealed record PrintPlan(Guid CaseId, Guid Id) : IQuery<DocumentContent>;

internal static class PrintPlanEndpoint
{
    public static void MapPrintPlan(this IEndpointRouteBuilder cases) => cases
        .MapGet("/{caseId:guid}/plans/{id:guid}/document", Handle)
        .WithName("printPlan")
        .WithSummary("Download the individual plan as DOCX; it is logged")
        .Produces(StatusCodes.Status200OK, contentType: DocxWriter.MediaType)
        .RequireRight(BeneficiariesModule.Read);

    private static async Task<FileContentHttpResult> Handle(Guid caseId, Guid id, HttpContext http, IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(new PrintPlan(caseId, id), ct)).AsDownload(http);
}

internal sealed class PrintPlanHandler(IMediator mediator, IAuditTrail audit) : IRequestHandler<PrintPlan, DocumentContent>
{
    public async Task<DocumentContent> Handle(PrintPlan request, CancellationToken cancellationToken)
    {
        var plan = await mediator.Send(new GetPlan(request.CaseId, request.Id), cancellationToken);
        audit.Reads("beneficiary", plan.BeneficiaryId, "download-plan");

        // The name of the file tells nothing of the person: it ends in folders of downloads.
        var name = new Words("progetto-personalizzato-{0}.docx", "individual-plan-{0}.docx").With(plan.Number).ToString();
        return new(name, DocxWriter.MediaType, PlanPaper.Write(plan));
    }
}

/// <summary>How the plan looks on paper.</summary>
internal static class PlanPaper
{
    public static byte[] Write(PlanRecord plan)
    {
        var names = plan.Names.ToDictionary(one => one.Id, one => one.Name);
        var steps = plan.Steps.ToDictionary(step => step.ActionId);
        var paper = new DocxWriter(T("Progetto personalizzato", "Individual plan"));
        paper.Title(T("Progetto personalizzato", "Individual plan"));
        paper.Facts(
            (T("Persona", "Person"), plan.DisplayName),
            (T("Data di nascita", "Date of birth"), Day(plan.BirthDate)),
            (T("Versione", "Version"), $"{plan.Number.ToString(CultureInfo.InvariantCulture)} ({plan.State.Label()})"),
            (T("In vigore dal", "In force since"), Day(plan.InForceOn)),
            (T("Verifica prevista il", "Review planned for"), Day(plan.ReviewOn)));
        if (plan.Content.Wishes is { } wishes)
        {
            paper.Heading(T("Che cosa desidera la persona", "What the person wishes"));
            paper.Paragraph(wishes);
        }

        for (var number = 1; number <= plan.Content.Needs.Count; number++)
        {
            WriteNeed(paper, number, plan.Content.Needs[number - 1], names, steps);
        }

        if (plan.Reviews.Count > 0)
        {
            paper.Heading(T("Verifiche", "Reviews"));
            paper.Table([T("Data", "Date"), T("Che cosa si è visto", "What was found"), T("Prossima", "Next")], plan.Reviews.Select(review => new[] { Day(review.HeldOn), review.Note, Day(review.NextOn) }));
        }

        paper.Heading(T("Firme", "Signatures"));
        if (plan.Signatures.Count == 0)
        {
            paper.SignatureLines([T("La persona", "The person"), T("L'équipe", "The team")]);
        }
        else
        {
            paper.Facts([.. plan.Signatures.Where(one => one.Way is not null).Select(one => (one.Name ?? "", $"{Day(one.SignedOn)}, {one.Way!.Value.Label()}"))]);
            paper.SignatureLines([.. plan.Signatures.Where(one => one.Way is null).Select(one => one.Name ?? "")]);
        }

        return paper.ToArray();
    }

    private static void WriteNeed(DocxWriter paper, int number, PlanNeed need, Dictionary<Guid, string?> names, Dictionary<Guid, ActionStep> steps)
    {
        paper.Heading(new Words("Bisogno {0}: {1}", "Need {0}: {1}").With(number, need.Area.Label()).ToString());
        paper.Paragraph(need.Text);
        for (var second = 1; second <= need.Objectives.Count; second++)
        {
            var objective = need.Objectives[second - 1];
            paper.Subheading(string.Create(CultureInfo.InvariantCulture, $"{T("Obiettivo", "Objective")} {number}.{second}"));
            paper.Paragraph(objective.Text);
            paper.Facts((T("Come si misura", "How it is measured"), objective.Measure), (T("Entro il", "By"), Day(objective.DueOn)));
            paper.Table(
                [T("Azione", "Action"), T("Chi", "Who"), T("Entro il", "By"), T("A che punto è", "How it stands")],
                objective.Actions.Select(action => new[]
                {
                    $"{action.Kind.Label()}: {action.Text}{(action.Times is { } times ? new Words(" ({0} {1})", " ({0} {2})").With(times, times == 1 ? "volta" : "volte", times == 1 ? "time" : "times") : "")}", Who(action, names), Day(action.DueOn),
                    steps.TryGetValue(action.Id, out var step) ? $"{step.State.Label()}{(step.On is { } on ? $", {Day(on)}" : "")}" : "",
                }));
        }
    }

    private static string Who(PlanAction action, Dictionary<Guid, string?> names) => action.By switch
    {
        ActionBy.Person => T("La persona", "The person"),
        ActionBy.Member => names.GetValueOrDefault(action.UserId ?? Guid.Empty) ?? "",
        ActionBy.Other => action.Who ?? "",
        _ => "",
    };

    private static string Day(DateOnly? day) => day?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "";

    private static string T(string it, string en) => new Words(it, en).ToString();
}
