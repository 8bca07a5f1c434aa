using FluentValidation;
using InclusionPlatform.CompanyNetwork.Duplicates;
using InclusionPlatform.CompanyNetwork.History;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Companies;

/// <summary>Brings an archived company back into the bank.</summary>
internal sealed record RestoreCompany(Guid Id, string Reason) : ICommand;

/// <param name="Reason">Why it is taken back; kept with it.</param>
internal sealed record RestorationReason(string Reason);

internal static class RestoreCompanyEndpoint
{
    public static void MapRestoreCompany(this IEndpointRouteBuilder companies) => companies
        .MapPost("/{companyId:guid}/restoration", Handle)
        .WithName("restoreCompany")
        .WithSummary("Bring an archived company back, with the reason")
        .RequireRight(CompanyNetworkModule.WriteCompanies);

    private static async Task<NoContent> Handle(Guid companyId, RestorationReason body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RestoreCompany(companyId, body.Reason), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class RestoreCompanyValidator : AbstractValidator<RestoreCompany>
{
    public RestoreCompanyValidator() => RuleFor(request => request.Reason).NotEmpty().MaximumLength(400);
}

internal sealed class RestoreCompanyHandler(IDbSession db, CompanyHistory history, IAuditTrail audit, TimeProvider clock) : IRequestHandler<RestoreCompany, Unit>
{
    private const string Restore = """
        update company_network_company
        set    archived_at = null, archive_reason = @Reason, version = version + 1, updated_at = @At
        where  id = @Id and archived_at is not null and merged_into is null
        """;

    private const string CountMerged = "select count(*) from company_network_company where id = @Id and merged_into is not null";
    private const string CountCompanies = "select count(*) from company_network_company where id = @Id";

    public async Task<Unit> Handle(RestoreCompany request, CancellationToken cancellationToken)
    {
        audit.Changes("company", request.Id);
        MergedCompanyComesBackByUndoing.Check(await db.ScalarAsync<int>(CountMerged, new { request.Id }, cancellationToken) > 0);
        if (await db.ExecuteAsync(Restore, new { request.Id, Reason = request.Reason.Trim(), At = clock.GetUtcNow() }, cancellationToken) == 1)
        {
            await history.TellAsync(request.Id, CompanyChange.Restored, null, request.Reason.Trim(), cancellationToken);
            return Unit.Value;
        }

        throw await db.ScalarAsync<int>(CountCompanies, new { request.Id }, cancellationToken) == 0
            ? new NotFoundException("company")
            : new RuleBrokenException("company.not-archived", new("Questa azienda non è archiviata: non c'è nulla da ripristinare.", "This company is not archived: there is nothing to restore."));
    }
}
