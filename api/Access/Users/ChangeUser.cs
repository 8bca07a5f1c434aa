using FluentValidation;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Api.Access.Users;

/// <summary>Changes the name and roles of an account; other roles end the person's sessions, which carry them.</summary>
internal sealed record ChangeUser(Guid Id, int Version, string DisplayName, IReadOnlyList<Role> Roles) : ICommand;

internal static class ChangeUserEndpoint
{
    /// <param name="DisplayName">Name and surname, as colleagues see them.</param>
    /// <param name="Roles">What the person does in the service: all roles, those that are not among them go.</param>
    internal sealed record ChangeUserBody(string DisplayName, IReadOnlyList<Role> Roles);

    public static void MapChangeUser(this IEndpointRouteBuilder users) => users
        .MapPut("/{id:guid}", Handle)
        .WithName("changeUser")
        .WithSummary("Change the name and roles of an account")
        .RequireRight(AccessModule.ManageAccess);

    private static async Task<NoContent> Handle(Guid id, ChangeUserBody body, IfMatch match, IMediator mediator, UserStamps stamps, CancellationToken ct)
    {
        await mediator.Send(new ChangeUser(id, match.Version, body.DisplayName, body.Roles), ct);
        stamps.Forget(id);
        return TypedResults.NoContent();
    }
}

internal sealed class ChangeUserValidator : AbstractValidator<ChangeUser>
{
    public ChangeUserValidator()
    {
        RuleFor(user => user.DisplayName).NotEmpty().MaximumLength(120);
        RuleFor(user => user.Roles).NotEmpty();
        RuleForEach(user => user.Roles).IsInEnum();
    }
}

internal sealed class ChangeUserHandler(IDbSession db, IAuditTrail audit) : IRequestHandler<ChangeUser, Unit>
{
    private const string SelectVersion = "select version from access_user where id = @Id";

    private const string SelectRoles = "select user_id as UserId, role as Role from access_user_role where user_id = @Id order by role";

    private const string UpdateName = """
        update access_user
        set    display_name = @DisplayName, concurrency_stamp = @Stamp, version = version + 1
        where  id = @Id and version = @Version
        """;

    private const string EndSessions = "update access_user set security_stamp = @Stamp where id = @Id";

    private const string DeleteRoles = "delete from access_user_role where user_id = @Id";

    private const string InsertRole = "insert into access_user_role (user_id, role) values (@Id, @Role)";

    public async Task<Unit> Handle(ChangeUser request, CancellationToken cancellationToken)
    {
        _ = await db.ScalarAsync<int?>(SelectVersion, new { request.Id }, cancellationToken) ?? throw new NotFoundException("user");
        var roles = request.Roles.ToHashSet();
        var before = (await db.QueryAsync<UserRole>(SelectRoles, new { request.Id }, cancellationToken)).Select(row => row.Role).ToHashSet();
        if (before.Contains(Role.Administrator) && !roles.Contains(Role.Administrator))
        {
            await LastAdministrator.RequireAnotherAsync(db, request.Id, cancellationToken);
        }

        audit.Changes("user", request.Id);
        if (await db.ExecuteAsync(UpdateName, new { request.Id, request.Version, DisplayName = request.DisplayName.Trim(), Stamp = Secrets.Token() }, cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        if (!roles.SetEquals(before))
        {
            await db.ExecuteAsync(DeleteRoles, new { request.Id }, cancellationToken);
            await db.ExecuteAsync(InsertRole, roles.Select(role => new { request.Id, Role = role.Code() }), cancellationToken);
            await db.ExecuteAsync(EndSessions, new { request.Id, Stamp = Secrets.Token() }, cancellationToken);
        }

        return Unit.Value;
    }
}
