using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace InclusionPlatform.Api.Access;

/// <summary>Changes one's own password; every other session of the person ends.</summary>
internal sealed record ChangePassword(string CurrentPassword, string NewPassword) : ICommand;

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
        RuleFor(form => form.NewPassword).NotEmpty().MaximumLength(200);
    }
}

internal sealed class ChangePasswordHandler(UserManager<PlatformUser> users, ICurrentUser current, IAuditTrail audit) : IRequestHandler<ChangePassword, Unit>
{
    public async Task<Unit> Handle(ChangePassword form, CancellationToken cancellationToken)
    {
        var user = await users.FindByIdAsync(current.Id.ToString()) ?? throw new NotFoundException("user");
        audit.Changes("user", user.Id);
        user.MustChangePassword = false;
        var result = await users.ChangePasswordAsync(user, form.CurrentPassword, form.NewPassword);
        if (!result.Succeeded)
        {
            throw PasswordRules.ProblemOf(result, nameof(form.NewPassword), nameof(form.CurrentPassword));
        }

        return Unit.Value;
    }
}
