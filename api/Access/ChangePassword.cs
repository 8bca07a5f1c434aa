using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace InclusionPlatform.Api.Access;

/// <summary>Changes one's own password; every other session of the person ends. Not a transaction: a wrong current password must be counted, as at sign-in.</summary>
/// <param name="CurrentPassword">The one with which one signed in.</param>
/// <param name="NewPassword">At least 12 characters; length counts, composition does not.</param>
internal sealed record ChangePassword(string CurrentPassword, string NewPassword) : IRequest;

/// <summary>Writes one's new password, once the current one is proven.</summary>
internal sealed record WriteNewPassword(string CurrentPassword, string NewPassword) : ICommand;

internal static class ChangePasswordEndpoint
{
    public static void MapChangePassword(this IEndpointRouteBuilder auth) => auth
        .MapPost("/password", Handle)
        .WithName("changePassword")
        .WithSummary("Change one's own password")
        .RequireRateLimiting(Http.RateLimits.SignIn)
        .RequireAuthorization()
        .AllowBeforePasswordChange();

    private static async Task<NoContent> Handle(
        ChangePassword body, HttpContext http, ICurrentUser current, UserManager<PlatformUser> users, UserStamps stamps, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(body, ct);
        stamps.Forget(current.Id);
        var user = (await users.FindByIdAsync(current.Id.ToString()))!;
        http.User = Sessions.PrincipalOf(user, current.Roles);
        await http.SignInAsync(Sessions.Scheme, http.User);
        Sessions.GiveForgeryToken(http);
        return TypedResults.NoContent();
    }
}

internal sealed class ChangePasswordValidator : AbstractValidator<ChangePassword>
{
    public ChangePasswordValidator()
    {
        RuleFor(form => form.CurrentPassword).NotEmpty().MaximumLength(200);
        RuleFor(form => form.NewPassword).NotEmpty().MaximumLength(200)
            .Must((form, password) => string.IsNullOrEmpty(password) || password != form.CurrentPassword).WithErrorCode("password.same").WithMessage(_ => new Words(
                "La nuova password è uguale a quella attuale: sceglierne una diversa, che conosca solo chi la usa.",
                "The new password is the same as the current one: choose another, known only to who uses it.").ToString());
    }
}

internal sealed class ChangePasswordHandler(UserManager<PlatformUser> users, ICurrentUser current, IMediator mediator) : IRequestHandler<ChangePassword, Unit>
{
    public async Task<Unit> Handle(ChangePassword form, CancellationToken cancellationToken)
    {
        var user = await users.FindByIdAsync(current.Id.ToString()) ?? throw new NotFoundException("user");
        if (await users.IsLockedOutAsync(user))
        {
            throw LockedOut();
        }

        if (!await users.CheckPasswordAsync(user, form.CurrentPassword))
        {
            await users.AccessFailedAsync(user);
            throw await users.IsLockedOutAsync(user) ? LockedOut() : PasswordRules.ProblemOf(
                IdentityResult.Failed(new IdentityErrorDescriber().PasswordMismatch()), nameof(form.NewPassword), nameof(form.CurrentPassword));
        }

        return await mediator.Send(new WriteNewPassword(form.CurrentPassword, form.NewPassword), cancellationToken);
    }

    private static FieldException LockedOut() => new("currentPassword", "session.locked-out", new(
        "La password attuale è stata sbagliata troppe volte: per 10 minuti non si può cambiare. Se è dimenticata, chiedere all'amministratore di reimpostarla.",
        "The current password was wrong too often: it cannot be changed for 10 minutes. If it is forgotten, ask the administrator to reset it."));
}

internal sealed class WriteNewPasswordHandler(UserManager<PlatformUser> users, ICurrentUser current, IAuditTrail audit) : IRequestHandler<WriteNewPassword, Unit>
{
    public async Task<Unit> Handle(WriteNewPassword form, CancellationToken cancellationToken)
    {
        var user = await users.FindByIdAsync(current.Id.ToString()) ?? throw new NotFoundException("user");
        audit.Changes("user", user.Id);
        user.MustChangePassword = false;
        user.AccessFailedCount = 0;
        var result = await users.ChangePasswordAsync(user, form.CurrentPassword, form.NewPassword);
        if (!result.Succeeded)
        {
            throw PasswordRules.ProblemOf(result, nameof(form.NewPassword), nameof(form.CurrentPassword));
        }

        return Unit.Value;
    }
}
