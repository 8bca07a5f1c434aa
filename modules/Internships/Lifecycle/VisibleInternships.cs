using InclusionPlatform.Beneficiaries.Contracts;
using MediatR;

namespace InclusionPlatform.Internships.Lifecycle;

/// <summary>Need to know: an internship is there only for whoever may see its case. For the others it does not exist.</summary>
internal sealed class VisibleInternships(IDbSession db, IMediator mediator)
{
    public async Task<(InternshipRow Row, CaseFacts Case)> FindAsync(Guid id, CancellationToken ct)
    {
        var row = await db.FindAsync<InternshipRow>(InternshipRow.SelectById, new { Id = id }, ct) ?? throw new NotFoundException("internship", id);
        try
        {
            return (row, await mediator.Send(new FindCase(row.CaseId), ct));
        }
        catch (NotFoundException)
        {
            throw new NotFoundException("internship", id);
        }
    }
}

/// <summary>Refusals of a step that does not follow from where the internship stands.</summary>
internal static class WrongState
{
    public static ConflictException Of(InternshipState state) => new("internship.wrong-state", state switch
    {
        InternshipState.Proposed => new("Il tirocinio è ancora una proposta: va prima attivato.", "The internship is still a proposal: activate it first."),
        InternshipState.Active => new("Il tirocinio è già attivo: questa operazione si fa solo sulla proposta.", "The internship is already active: this is only done to a proposal."),
        InternshipState.Cancelled => new("Il tirocinio è stato annullato: per ripartire serve una nuova proposta.", "The internship was cancelled: a new proposal is needed."),
        _ => new("Il tirocinio è già concluso: non si cambia più.", "The internship is already over: it is not changed any more."),
    });
}
