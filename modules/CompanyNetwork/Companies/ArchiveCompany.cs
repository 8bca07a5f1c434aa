using FluentValidation;
using InclusionPlatform.CompanyNetwork.History;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Companies;

/// <summary>Takes a company out of lists, calls and matching; everything about it is kept.</summary>
internal sealed record ArchiveCompany(Guid Id, string Reason) : ICommand;

internal sealed record ArchivingReason(string Reason);

internal static class ArchiveCompanyEndpoint
{
    public static void MapArchiveCompany(this IEndpointRouteBuilder companies) => companies
        .MapPost("/{companyId:guid}/archiving", Handle)
        .WithName("archiveCompany")
        .WithSummary("Archive a company, with the reason")
        .RequireRight(CompanyNetworkModule.WriteCompanies);

    private static async Task<NoContent> Handle(Guid companyId, ArchivingReason body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ArchiveCompany(companyId, body.Reason), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class ArchiveCompanyValidator : AbstractValidator<ArchiveCompany>
{
    public ArchiveCompanyValidator() => RuleFor(request => request.Reason).NotEmpty().MaximumLength(400);
}

internal sealed class ArchiveCompanyHandler(IDbSession db, CompanyHistory history, IAuditTrail audit, TimeProvider clock) : IRequestHandler<ArchiveCompany, Unit>
{
    private const string Archive = """
        update company_network_company
        set    archived_at = @At, archive_reason = @Reason, next_contact_on = null, version = version + 1, updated_at = @At
        where  id = @Id and archived_at is null
        """;

    private const string SelectArchived = "select archived_at as ArchivedAt from company_network_company where id = @Id";

    public async Task<Unit> Handle(ArchiveCompany request, CancellationToken cancellationToken)
    {
        audit.Changes("company", request.Id);
        if (await db.ExecuteAsync(Archive, new { request.Id, Reason = request.Reason.Trim(), At = clock.GetUtcNow() }, cancellationToken) == 0)
        {
            var company = await db.FindAsync<State>(SelectArchived, new { request.Id }, cancellationToken) ?? throw new NotFoundException("company");
            ArchivedCompanyStaysAsItIs.Check(company.ArchivedAt);
        }

        await history.TellAsync(request.Id, CompanyChange.Archived, null, request.Reason.Trim(), cancellationToken);

        return Unit.Value;
    }

    private sealed record State(DateTimeOffset? ArchivedAt);
}
