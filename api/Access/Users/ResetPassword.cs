using System.Text.Json.Serialization;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace InclusionPlatform.Api.Access.Users;

/// <summary>Gives an account a new password that is shown once and must be changed at the next sign-in. Lifts a lock-out, ends all sessions.</summary>
/// <param name="Id">The account.</param>
/// <param name="PasswordHash">Made before the transaction, because it is slow.</param>
/// <param name="Attempt">Tells the first answer from its repetition, which cannot show the password again.</param>
internal sealed record ResetPassword(Guid Id, [property: JsonIgnore] string PasswordHash, [property: JsonIgnore] Guid Attempt) : ICommand<Guid>;

/// <summary>A password that is shown now and never again.</summary>
/// <param name="Password">To be given to the person, who changes it at the next sign-in.</param>
internal sealed record OneTimePassword(string Password);

internal static class ResetPasswordEndpoint
{
    public static void MapResetPassword(this IEndpointRouteBuilder users) => users
        .MapPost("/{id:guid}/password-reset", Handle)
        .WithName("resetPassword")
        .WithSummary("Give an account a one-time password")
        .RequireRight(AccessModule.ManageAccess);

    private static async Task<Ok<OneTimePassword>> Handle(Guid id, IMediator mediator, IPasswordHasher<PlatformUser> hasher, UserStamps stamps, CancellationToken ct)
    {
        var password = Secrets.Readable();
        var attempt = Guid.NewGuid();
        Secrets.RequireFirstAnswer(attempt, await mediator.Send(new ResetPassword(id, hasher.HashPassword(new(), password), attempt), ct));
        stamps.Forget(id);
        return TypedResults.Ok(new OneTimePassword(password));
    }
}

internal sealed class ResetPasswordHandler(IDbSession db, IAuditTrail audit) : IRequestHandler<ResetPassword, Guid>
{
    private const string Update = """
        update access_user
        set    password_hash = @PasswordHash, must_change_password = 1, access_failed_count = 0, lockout_until = null,
               security_stamp = @Stamp, concurrency_stamp = @Stamp, version = version + 1
        where  id = @Id
        """;

    public async Task<Guid> Handle(ResetPassword request, CancellationToken cancellationToken)
    {
        audit.Changes("user", request.Id);
        return await db.ExecuteAsync(Update, new { request.Id, request.PasswordHash, Stamp = Secrets.Token() }, cancellationToken) == 0
            ? throw new NotFoundException("user")
            : request.Attempt;
    }
}
