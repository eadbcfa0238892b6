import { Stepper, VisuallyHidden } from '@mantine/core'
import classes from './register.module.css'
import { registerWords } from './strings.ts'

interface RegistrationStepperProps {
  readonly step: number
  readonly onStep: (step: number) => void
}

const { steps, stepState } = registerWords

const stateOf = (index: number, step: number): string =>
  index < step ? stepState.done : index === step ? stepState.current : stepState.ahead

/** Where the registration stands. Steps that are done can be gone back to; each change of step is announced. */
export function RegistrationStepper({ step, onStep }: RegistrationStepperProps) {
  return (
    <nav aria-label={registerWords.stepper}>
      <Stepper
        active={step}
        onStepClick={onStep}
        allowNextStepsSelect={false}
        size="sm"
        wrap={false}
        className={classes.stepper}
      >
        {steps.map((name, index) => (
          <Stepper.Step
            key={name}
            type="button"
            disabled={index > step}
            aria-current={index === step ? 'step' : undefined}
            label={
              <>
                {name}
                <VisuallyHidden>, {stateOf(index, step)}</VisuallyHidden>
              </>
            }
          />
        ))}
      </Stepper>
      <VisuallyHidden role="status">{registerWords.position(step + 1, steps.length, steps[step] ?? '')}</VisuallyHidden>
    </nav>
  )
}
